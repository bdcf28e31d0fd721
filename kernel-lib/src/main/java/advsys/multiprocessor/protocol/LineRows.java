package advsys.multiprocessor.protocol;

import advsys.lab.Trial;
import java.util.ArrayList;
import java.util.List;

/// What a trace shows of a line: each controller, and the messages on their way.
final class LineRows {
    private LineRows() {}

    /// A controller after a step. `copy` is its data: none, current or stale.
    record Controller(String where, String state, String copy, String knows) {}

    /// What is on its way after a step, in no order.
    record Network(String where, String messages) {}

    /// Tells of what has just happened, and of the line after it.
    static void tell(Trial trial, Protocol protocol, Line line, Move move) {
        int home = line.home();
        if (move.isWish() || move.grants() != Line.NOBODY) {
            String actor = Move.name(move.isWish() ? move.cpu() : move.grants(), home);
            trial.step(actor, move.describe(home), () -> of(protocol, line));
        } else {
            trial.message(
                    Move.name(Line.from(move.message()), home),
                    Move.name(Line.to(move.message()), home),
                    Line.kind(move.message()).toString(),
                    () -> of(protocol, line));
        }
    }

    static List<Record> of(Protocol protocol, Line line) {
        List<Record> records = new ArrayList<>();
        for (int cpu = 0; cpu < line.cpus; cpu++) {
            records.add(new Controller(
                    Move.name(cpu, line.home()),
                    protocol.cache().state(line.state[cpu]).name(),
                    copy(line.data[cpu]),
                    line.request[cpu] == 0 ? "" : "wants " + Event.of(line.request[cpu])));
        }
        records.add(
                new Controller("home", protocol.home().state(line.homeState).name(), copy(line.memory), knows(line)));
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
