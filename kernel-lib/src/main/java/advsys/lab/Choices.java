package advsys.lab;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The choices of one exploration, as a path down a tree that nobody has built: replayed up to the last one that is to
/// change, the ordinary course (0) below it. Depth first; memory for one path.
final class Choices {
    private static final int MOST = 1_000_000;

    private final Search search;
    private final int mostDepartures;
    private int[] path = new int[16];
    private int[] options = new int[16];
    private String[] whats = new String[16];
    private int depth; // choices made in this trial
    private int prefix; // of these so many are a replay
    private int departures; // choices other than 0 in this trial
    private boolean cut; // something was left out because of the search's bound
    private RandomGenerator random = new SplittableRandom(0);

    Choices(Search search) {
        this.search = search;
        this.mostDepartures = search.kind().equals("departures") ? search.n() : Integer.MAX_VALUE;
    }

    boolean samples() {
        return search.kind().equals("sample");
    }

    /// Goes back to the root for the next trial.
    void restart(long sampleSeed) {
        depth = 0;
        departures = 0;
        if (samples()) {
            prefix = 0;
            random = new SplittableRandom(sampleSeed);
        }
    }

    int choose(String what, int among) {
        if (depth < prefix) {
            if (options[depth] != among) {
                throw Replay.notTheSame(what, among);
            }
        } else {
            push(what, among);
        }
        int chosen = path[depth++];
        departures += chosen == 0 ? 0 : 1;
        return chosen;
    }

    private void push(String what, int among) {
        if (depth == MOST) {
            throw new IllegalStateException(
                    "more than " + MOST + " choices in one trial: a scenario that is explored must end");
        }
        if (depth == path.length) {
            path = Arrays.copyOf(path, 2 * depth);
            options = Arrays.copyOf(options, 2 * depth);
            whats = Arrays.copyOf(whats, 2 * depth);
        }
        path[depth] = samples() ? random.nextInt(among) : 0;
        options[depth] = among;
        whats[depth] = what;
    }

    /// True while the trial is where an earlier one has been.
    boolean replaying() {
        return depth < prefix;
    }

    /// Prepares the next path of the search; false when there is none.
    boolean advance() {
        int before = departures;
        for (int i = depth - 1; i >= 0; i--) {
            before -= path[i] == 0 ? 0 : 1; // now those above i
            if (path[i] + 1 < options[i]) {
                if (before < mostDepartures) {
                    path[i]++;
                    prefix = i + 1;
                    return true;
                }
                cut = true;
            }
        }
        return false;
    }

    boolean cut() {
        return cut;
    }

    int departures() {
        return departures;
    }

    int[] path() {
        return Arrays.copyOf(path, depth);
    }

    /// The choices other than the ordinary course: "crash = 3, order = 1".
    String witness() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            if (path[i] != 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(whats[i])
                        .append(" = ")
                        .append(path[i]);
            }
        }
        return text.toString();
    }
}
