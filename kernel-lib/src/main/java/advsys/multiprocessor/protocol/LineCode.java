package advsys.multiprocessor.protocol;

/// A line as a text that equal lines share, and a line whose CPUs have changed places.
final class LineCode {
    private LineCode() {}

    static String of(Line line) {
        StringBuilder code = new StringBuilder(4 * line.cpus + 6 + 3 * line.messageCount);
        for (int cpu = 0; cpu < line.cpus; cpu++) {
            code.append((char) (line.state[cpu] | line.request[cpu] << 8));
            code.append((char) (line.data[cpu]
                    | line.arrived[cpu] << 2
                    | (line.announced[cpu] ? 16 : 0)
                    | (line.shared[cpu] ? 32 : 0)
                    | (line.missing[cpu] & 0xff) << 8));
        }
        code.append((char) (line.homeState | line.memory << 8 | (line.owner + 1) << 12));
        code.append((char) ((line.requester + 1) | (line.granted + 1) << 4 | line.sharers << 8));
        for (int i = 0; i < line.messageCount; i++) {
            long message = line.messages[i];
            code.append((char) message).append((char) (message >> 16)).append((char) (message >> 32));
        }
        return code.toString();
    }

    static Line permuted(Line line, int[] permutation) {
        Line other = new Line(line.cpus);
        for (int cpu = 0; cpu < line.cpus; cpu++) {
            int to = permutation[cpu];
            other.state[to] = line.state[cpu];
            other.data[to] = line.data[cpu];
            other.request[to] = line.request[cpu];
            other.missing[to] = line.missing[cpu];
            other.announced[to] = line.announced[cpu];
            other.shared[to] = line.shared[cpu];
            other.arrived[to] = line.arrived[cpu];
            other.sharers |= ((line.sharers >> cpu) & 1) << to;
        }
        other.homeState = line.homeState;
        other.memory = line.memory;
        other.owner = moved(line.owner, permutation);
        other.requester = moved(line.requester, permutation);
        other.granted = moved(line.granted, permutation);
        for (int i = 0; i < line.messageCount; i++) {
            long message = line.messages[i];
            other.post(Line.message(
                    Line.kind(message),
                    moved(Line.from(message), permutation),
                    moved(Line.to(message), permutation),
                    moved(Line.requester(message), permutation),
                    Line.data(message),
                    Line.acks(message),
                    Line.hops(message)));
        }
        return other;
    }

    /// Nobody and the home stay who they are.
    private static int moved(int node, int[] permutation) {
        return node < 0 || node >= permutation.length ? node : permutation[node];
    }
}
