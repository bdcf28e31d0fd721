package advsys.multiprocessor.protocol;

import advsys.lab.Experiment;
import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import tech.tablesaw.api.Table;

/// With these rows, do some accesses take no more messages than they need?
///
/// - **Guarantee** counted, exact.
/// - **Cost** a few milliseconds.
/// - **Source** ours.
///
/// @param protocol whose rows are changed
/// @param accesses what is done
/// @param most how many messages it may take
public record Frugal(Protocol protocol, Accesses accesses, int most) implements Law<Maker<ChangedRows>, Frugal.Seen> {
    /// How many it took; below 0 when the protocol got stuck on the way.
    public record Seen(int messages) {}

    @Override
    public String name() {
        return "frugal";
    }

    @Override
    public String question() {
        return "does \"" + accesses + "\" take no more than " + most + " messages?";
    }

    @Override
    public Seen observe(Maker<ChangedRows> maker, long seed) throws Exception {
        Table table = Experiment.of(new Walk())
                .with("protocol", protocol.with(maker.make().rows()))
                .subject("accesses", accesses)
                .repeats(1)
                .run()
                .table();
        return new Seen(
                table.stringColumn("outcome").get(0).equals("ok")
                        ? ((Number) table.column("messages").get(0)).intValue()
                        : -1);
    }

    @Override
    public Judgement judge(Seen seen) {
        String got = seen.messages < 0 ? "it gets stuck on the way" : seen.messages + " messages";
        return seen.messages >= 0 && seen.messages <= most
                ? new Judgement.Holds(got + " for \"" + accesses + "\"")
                : new Judgement.Fails(
                        "at most " + most + " messages",
                        got,
                        "A state that saves nothing is a state too many.",
                        "Step through it: which message tells somebody what nobody needs to know?",
                        accesses + ": " + got);
    }
}
