package advsys.multiprocessor.protocol;

import advsys.lab.Experiment;
import advsys.lab.Scenario;
import advsys.lab.Trace;
import advsys.lab.Trial;
import java.util.ArrayList;
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

        /// A controller after a step. `copy` is its data: none, current or stale.
        record Controller(String where, String state, String copy, String knows) {}

        /// What is on its way after a step, in no order.
        record Network(String where, String messages) {}

        @Override
        public End run(Counterexample example, Trial trial) {
            Line line = new Line(example.cpus);
            Controllers controllers = new Controllers(example.protocol, Silent.SINK, false);
            for (Move move : example.way) {
                try {
                    step(controllers, line, move);
                } catch (ViolationException end) {
                    tell(trial, example, line, move);
                    return new End(example.what);
                }
                tell(trial, example, line, move);
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

        private static void tell(Trial trial, Counterexample example, Line line, Move move) {
            int home = line.home();
            String event = move.describe(home);
            if (move.isWish() || move.grants() != Line.NOBODY) {
                String actor = Move.name(move.isWish() ? move.cpu() : move.grants(), home);
                trial.step(actor, event, () -> state(example.protocol, line));
            } else {
                trial.message(
                        Move.name(Line.from(move.message()), home),
                        Move.name(Line.to(move.message()), home),
                        Line.kind(move.message()).toString(),
                        () -> state(example.protocol, line));
            }
        }

        static List<Record> state(Protocol protocol, Line line) {
            List<Record> records = new ArrayList<>();
            for (int cpu = 0; cpu < line.cpus; cpu++) {
                records.add(new Controller(
                        Move.name(cpu, line.home()),
                        protocol.cache().state(line.state[cpu]).name(),
                        copy(line.data[cpu]),
                        line.request[cpu] == 0 ? "" : "wants " + Event.of(line.request[cpu])));
            }
            records.add(new Controller(
                    "home", protocol.home().state(line.homeState).name(), copy(line.memory), knows(line)));
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < line.messageCount; i++) {
                long message = line.messages[i];
                messages.add(Line.kind(message) + " " + Move.name(Line.from(message), line.home()) + "→"
                        + Move.name(Line.to(message), line.home()));
            }
            records.add(new Network("on the way", String.join(", ", messages)));
            return records;
        }

        private static String knows(Line line) {
            List<String> sharers = new ArrayList<>();
            for (int cpu = 0; cpu < line.cpus; cpu++) {
                if (((line.sharers >> cpu) & 1) != 0) {
                    sharers.add("P" + (cpu + 1));
                }
            }
            String owner = line.owner == Line.NOBODY ? "" : "owner P" + (line.owner + 1);
            return sharers.isEmpty() ? owner : (owner + " sharers " + String.join(" ", sharers)).strip();
        }

        private static String copy(byte data) {
            return switch (data) {
                case Line.CURRENT -> "current";
                case Line.STALE -> "stale";
                default -> "";
            };
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
