package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Placement;
import java.util.List;

/// Do the words fit into a block, each where a processor can write to it in one step? Padding that costs more memory
/// than there is helps nobody.
///
/// - **Guarantee** arithmetic, not measurement: the same on every host.
/// - **Cost** nothing.
/// - **Source** ours.
///
/// @param words how many, of four bytes each
/// @param bytes the block's length
public record Within(int words, long bytes) implements Law<Maker<Placement>, Within.Seen> {
    /// Where the words begin.
    public record Seen(List<Long> offsets) {}

    @Override
    public String name() {
        return "within the block";
    }

    @Override
    public String question() {
        return "do the " + words + " words fit into " + bytes + " bytes?";
    }

    @Override
    public Seen observe(Maker<Placement> places, long seed) throws Exception {
        return new Seen(NoSharedLine.offsets(places.make(), words));
    }

    @Override
    public Judgement judge(Seen seen) {
        for (int word = 0; word < seen.offsets.size(); word++) {
            long offset = seen.offsets.get(word);
            if (offset < 0 || offset + 4 > bytes) {
                return outside(word, offset, "outside the block");
            } else if (offset % 4 != 0) {
                return outside(word, offset, "at no multiple of four");
            }
        }
        return new Judgement.Holds(seen.offsets.size() + " words within " + bytes + " bytes");
    }

    private Judgement outside(int word, long offset, String how) {
        return new Judgement.Fails(
                "each word within bytes 0 to " + (bytes - 1) + ", at a multiple of four",
                "word " + word + " begins at byte " + offset + ", " + how,
                "What lies outside belongs to somebody else; what is not aligned is not written in one step.",
                "How many bytes are there for each word?",
                "word " + word + ": bytes " + offset + " to " + (offset + 3) + "; the block: bytes 0 to "
                        + (bytes - 1));
    }
}
