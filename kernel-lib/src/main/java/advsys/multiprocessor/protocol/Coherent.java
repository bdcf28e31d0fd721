package advsys.multiprocessor.protocol;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;

/// With these rows, does a protocol hold, whatever its CPUs do and whichever message overtakes which?
///
/// - **Guarantee** everything that `cpus` CPUs can do is tried: no counterexample means that there is none.
/// - **Cost** a tenth of a second with two CPUs, some seconds with three.
/// - **Source** the checker is that of [Protocol#check].
///
/// @param protocol whose rows are changed
/// @param cpus how many
public record Coherent(Protocol protocol, int cpus) implements Law<Maker<ChangedRows>, Coherent.Seen> {
    /// The rows as they were written. All else is found out by the judge, away from the reader's code.
    public record Seen(String rows) {}

    @Override
    public String name() {
        return "coherent";
    }

    @Override
    public String question() {
        return "does every load give the last value stored, with " + number() + " and in every order?";
    }

    private String number() {
        return cpus + (cpus == 1 ? " CPU" : " CPUs");
    }

    @Override
    public Seen observe(Maker<ChangedRows> maker, long seed) throws Exception {
        return new Seen(maker.make().rows());
    }

    @Override
    public Judgement judge(Seen seen) {
        Protocol changed;
        try {
            changed = protocol.with(seen.rows);
        } catch (IllegalArgumentException refused) {
            return refused(refused);
        }
        Verdict verdict;
        try {
            verdict = changed.check(cpus);
        } catch (EndlessException endless) {
            return new Judgement.Fails(
                    "a table that comes to an end",
                    String.valueOf(endless.getMessage()),
                    "Messages that pile up need a buffer without end; no machine has one.",
                    "Which row sends something each time that it is used, and what takes it away?",
                    "");
        }
        return verdict.violation().isEmpty()
                ? new Judgement.Holds("nothing that " + number() + " can do goes wrong")
                : new Judgement.Fails(
                        "one writer or many readers, and the last value for every load",
                        verdict.violation() + ", after " + verdict.way().size() + " steps",
                        "Somebody computes with a value that is not there any more.",
                        "Which step below should have told another cache, or memory, and did not?",
                        String.join("\n", verdict.way()),
                        verdict.trace());
    }

    static Judgement refused(IllegalArgumentException refused) {
        return new Judgement.Fails(
                "rows that can be read",
                String.valueOf(refused.getMessage()),
                "A table with a hole, or with two rows for one case, is no protocol: hardware would do anything.",
                "The message names the row.",
                "");
    }
}
