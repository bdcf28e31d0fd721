package advsys.multiprocessor.protocol;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;

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
    /// The rows as they were written.
    public record Seen(String rows) {}

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
        return new Seen(maker.make().rows());
    }

    @Override
    public Judgement judge(Seen seen) {
        int messages;
        try {
            messages =
                    new Walk(protocol.with(seen.rows), 0, 1, 0).count(accesses).messages();
        } catch (IllegalArgumentException refused) {
            return Coherent.refused(refused);
        } catch (ViolationException | IllegalStateException stuck) {
            return fails("it gets stuck on the way: " + stuck.getMessage());
        }
        String got = messages + " messages";
        return messages <= most ? new Judgement.Holds(got + " for \"" + accesses + "\"") : fails(got);
    }

    private Judgement fails(String got) {
        return new Judgement.Fails(
                "at most " + most + " messages",
                got,
                "A state that saves nothing is a state too many.",
                "Step through it: which message tells somebody what nobody needs to know?",
                accesses + ": " + got);
    }
}
