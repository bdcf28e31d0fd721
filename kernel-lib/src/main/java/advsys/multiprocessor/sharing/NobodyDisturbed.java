package advsys.multiprocessor.sharing;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Machine;
import advsys.lab.Maker;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/// Does nobody lose a line to anybody else? Every such loss is a journey from cache to cache.
///
/// - **Guarantee** counted, not measured: the same on every host.
/// - **Cost** some milliseconds.
/// - **Source** J. Torrellas, M. Lam, J. Hennessy, IEEE Trans. Computers 43(6), 1994.
///
/// @param machine a simulated one
public record NobodyDisturbed(Machine machine) implements Law<Maker<Tally>, NobodyDisturbed.Seen> {
    private static final int STORY = 4; // steps

    /// The losses, and the first misses of a line that was lost: who, what, and in which state the copies were then.
    public record Seen(String problem, boolean unknown, long invalidations, List<String> story) {
        public Seen {
            story = List.copyOf(story);
        }
    }

    @Override
    public String name() {
        return "nobody disturbed";
    }

    @Override
    public String question() {
        return "does no worker lose a line to another?";
    }

    @Override
    public Seen observe(Maker<Tally> maker, long seed) throws Exception {
        TallyRun run = TallyRun.of(maker, machine, seed);
        List<String> story = run.invalidations() > 0 ? story(maker, seed) : List.of();
        return new Seen(run.problem(), run.unknown(), run.invalidations(), story);
    }

    /// The first writes to a line that somebody else had written to before.
    private List<String> story(Maker<Tally> maker, long seed) {
        Table steps = TallyRun.trace(maker, machine, seed).table();
        List<String> story = new ArrayList<>();
        for (Row row : steps) {
            String event = row.getString("event");
            String step = row.getString("actor") + " " + event;
            if (event.startsWith("writes") && story.size() < STORY && !story.contains(step)) {
                story.add(step);
            }
        }
        return story;
    }

    @Override
    public Judgement judge(Seen seen) {
        if (seen.unknown) {
            return TallyRun.notHere();
        }
        if (!seen.problem.isEmpty()) {
            return new Judgement.Fails(
                    "a run to its end", seen.problem, "What does not end cannot be counted.", "Repair that first.", "");
        }
        if (seen.invalidations == 0) {
            return new Judgement.Holds("no line was lost in " + TallyRun.WORKERS * TallyRun.ADDS + " additions");
        }
        return new Judgement.Fails(
                "no line lost to another worker",
                seen.invalidations + " lines lost in " + TallyRun.WORKERS * TallyRun.ADDS + " additions",
                "Each loss is a journey from cache to cache, for data that the loser alone uses.",
                "A line has 64 bytes, a long has 8. How far apart must two words be, wherever the first begins?",
                String.join("; ", seen.story));
    }
}
