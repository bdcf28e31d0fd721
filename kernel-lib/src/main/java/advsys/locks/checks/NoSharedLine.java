package advsys.locks.checks;

import advsys.lab.HostCard;
import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Placement;
import java.util.ArrayList;
import java.util.List;

/// Does each word have its cache line to itself? Two on one line slow each other down, though nobody shares a word.
///
/// - **Guarantee** arithmetic, not measurement: the same on every host whose lines are as long.
/// - **Cost** nothing.
/// - **Source** J. Torrellas, M. Lam, J. Hennessy, IEEE Trans. Computers 43(6), 1994.
///
/// @param words how many
public record NoSharedLine(int words) implements Law<Maker<Placement>, NoSharedLine.Seen> {
    private static final int WORD = 4; // bytes

    /// Where the words begin, and how long this host's lines are.
    public record Seen(List<Long> offsets, int lineBytes) {}

    @Override
    public String name() {
        return "no shared line";
    }

    @Override
    public String question() {
        return "does each of the " + words + " words have its cache line to itself?";
    }

    @Override
    public Seen observe(Maker<Placement> places, long seed) throws Exception {
        return new Seen(
                offsets(places.make(), words), Math.max(64, HostCard.here().lineBytes()));
    }

    static List<Long> offsets(Placement places, int words) {
        List<Long> offsets = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            offsets.add(places.offset(word));
        }
        return offsets;
    }

    @Override
    public Judgement judge(Seen seen) {
        for (int second = 1; second < seen.offsets.size(); second++) {
            for (int first = 0; first < second; first++) {
                long line = sharedLine(seen.offsets.get(first), seen.offsets.get(second), seen.lineBytes);
                if (line >= 0) {
                    return new Judgement.Fails(
                            "words on lines of their own, " + seen.lineBytes + " bytes each",
                            "words " + first + " and " + second + " share line " + line,
                            "Whoever writes to the one takes the line away from whoever uses the other.",
                            "Divide both words' first and last bytes by the length of a line.",
                            "word " + first + ": bytes " + span(seen.offsets.get(first)) + "; word " + second
                                    + ": bytes " + span(seen.offsets.get(second)) + "; line " + line + ": bytes "
                                    + line * seen.lineBytes + " to " + ((line + 1) * seen.lineBytes - 1));
                }
            }
        }
        return new Judgement.Holds(
                seen.offsets.size() + " words on lines of their own, " + seen.lineBytes + " bytes each");
    }

    private static String span(long offset) {
        return offset + " to " + (offset + WORD - 1);
    }

    /// A line on which both lie, at least in part; -1 if there is none.
    private static long sharedLine(long one, long other, int lineBytes) {
        long from = Math.max(Math.floorDiv(one, lineBytes), Math.floorDiv(other, lineBytes));
        long to = Math.min(Math.floorDiv(one + WORD - 1, lineBytes), Math.floorDiv(other + WORD - 1, lineBytes));
        return from <= to ? Math.max(0, from) : -1;
    }
}
