package advsys.multiprocessor.protocol;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.lab.Trace;
import java.util.List;
import java.util.Optional;

/// With these rows, does a protocol hold, whatever its CPUs do and whichever message overtakes which?
///
/// - **Guarantee** everything that `cpus` CPUs can do is tried: no counterexample means that there is none.
/// - **Cost** a tenth of a second with two CPUs, some seconds with three.
/// - **Source** the checker is [ProtocolCheck]'s.
///
/// @param protocol whose rows are changed
/// @param cpus how many
public record Coherent(Protocol protocol, int cpus) implements Law<Maker<ChangedRows>, Coherent.Seen> {
    /// What the check found: nothing; or why the rows were refused; or what goes wrong, and the way there.
    public record Seen(String refused, String violation, List<String> way, List<String> unused, Optional<Trace> trace) {
        public Seen {
            way = List.copyOf(way);
            unused = List.copyOf(unused);
        }
    }

    @Override
    public String name() {
        return "coherent";
    }

    @Override
    public String question() {
        return "does every load give the last value stored, with " + cpus + (cpus == 1 ? " CPU" : " CPUs")
                + " and in every order?";
    }

    @Override
    public Seen observe(Maker<ChangedRows> maker, long seed) throws Exception {
        Protocol changed;
        String rows = maker.make().rows();
        try {
            changed = protocol.with(rows);
        } catch (IllegalArgumentException refused) {
            return new Seen(String.valueOf(refused.getMessage()), "", List.of(), List.of(), Optional.empty());
        }
        Verdict verdict = changed.check(cpus);
        if (verdict.violation().isEmpty()) {
            return new Seen("", "", List.of(), verdict.unusedRows(), Optional.empty());
        }
        return new Seen("", verdict.violation(), verdict.way(), List.of(), Optional.of(verdict.trace()));
    }

    @Override
    public Judgement judge(Seen seen) {
        if (!seen.refused.isEmpty()) {
            return new Judgement.Fails(
                    "rows that can be read",
                    seen.refused,
                    "A table with a hole, or with two rows for one case, is no protocol: hardware would do anything.",
                    "The message names the row.",
                    seen.refused);
        }
        if (!seen.violation.isEmpty()) {
            return new Judgement.Fails(
                    "one writer or many readers, and the last value for every load",
                    seen.violation + ", after " + seen.way.size() + " steps",
                    "Somebody computes with a value that is not there any more.",
                    "Which step below should have told another cache, or memory, and did not?",
                    String.join("\n", seen.way),
                    seen.trace.orElse(null));
        }
        return new Judgement.Holds("nothing that " + cpus + (cpus == 1 ? " CPU" : " CPUs") + " can do goes wrong");
    }
}
