package advsys.multiprocessor.protocol;

import advsys.lab.Experiment;
import advsys.lab.Scenario;
import advsys.lab.Trace;
import advsys.lab.Trial;
import java.util.List;

/// A shortest way to what a protocol must never do.
record Counterexample(Protocol protocol, int cpus, List<Move> way, String what) {

    /// The way, step by step: who acts, and the caches, the home and the messages after it.
    Trace trace() {
        return Experiment.of(new Steps()).trace(this, 1);
    }

    /// Walks the way again.
    record Steps() implements Scenario<Counterexample, Steps.End> {
        /// How it ended.
        record End(String violation) {}

        @Override
        public End run(Counterexample example, Trial trial) {
            Line line = new Line(example.cpus);
            Controllers controllers = new Controllers(example.protocol, Silent.SINK, false);
            for (Move move : example.way) {
                try {
                    step(controllers, line, move);
                } catch (ViolationException end) {
                    LineRows.tell(trial, example.protocol, line, move);
                    return new End(example.what);
                }
                LineRows.tell(trial, example.protocol, line, move);
            }
            return new End(example.what);
        }

        private static void step(Controllers controllers, Line line, Move move) {
            Event wish = move.wish();
            if (wish != null) {
                controllers.wish(line, move.cpu(), wish);
            } else if (move.grants() != Line.NOBODY) {
                controllers.grant(line, move.grants());
            } else {
                controllers.deliver(line, indexOf(line, move.message()));
            }
        }

        private static int indexOf(Line line, long message) {
            for (int i = 0; i < line.messageCount; i++) {
                if (line.messages[i] == message) {
                    return i;
                }
            }
            throw new IllegalStateException(Line.kind(message) + " is not on its way");
        }
    }

    /// Wants to know nothing.
    enum Silent implements Sink {
        SINK;

        @Override
        public void used(Entry entry) {}

        @Override
        public void transaction(Event request, int cpu) {}

        @Override
        public void sent(Event kind, int from, int to, int requester) {}

        @Override
        public void lost(Line line, int cpu) {}

        @Override
        public int hop(Line line, int from, int to) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return protocol.name() + ": " + what;
    }
}
