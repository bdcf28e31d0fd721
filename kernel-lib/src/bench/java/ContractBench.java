import advsys.lab.Broken;
import advsys.lab.HostCard;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.lab.Verdict;
import advsys.locks.ArrayLock;
import advsys.locks.BackoffLock;
import advsys.locks.CasLock;
import advsys.locks.ClhLock;
import advsys.locks.Contention;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.Suspects;
import advsys.locks.TasLock;
import advsys.locks.TicketLock;
import advsys.locks.TtasLock;
import advsys.locks.exam.Finding;
import advsys.locks.exam.MutexExam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Does the contract suite catch every broken twin, each time, and accuse no right lock? Under load: one busy
/// thread for each core beside it. Prints a list of rows as JSON; what people want to read goes to standard
/// error.
///
///     java -cp … kernel-lib/src/bench/java/ContractBench.java [--quick]
///
/// `--quick` asks each broken twin five times instead of twenty, and forty times for false alarms
/// instead of 200.
public final class ContractBench {
    private static final Map<String, Maker<Mutex>> RIGHT = new LinkedHashMap<>();

    static {
        RIGHT.put("TasLock", TasLock::new);
        RIGHT.put("CasLock", CasLock::new);
        RIGHT.put("TtasLock", TtasLock::new);
        RIGHT.put("BackoffLock", BackoffLock::new);
        RIGHT.put("TicketLock", TicketLock::new);
        RIGHT.put("ArrayLock", ArrayLock::new);
        RIGHT.put("McsLock", McsLock::new);
        RIGHT.put("ClhLock", ClhLock::new);
    }

    private static final int COUNTED =
            3; // seeds of the checks that count steps: the load does not change what they see

    private ContractBench() {}

    /// Prints two rows for the examination and two for the checks of the exercises.
    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        int times = quick ? 5 : 20;
        int alarms = quick ? 40 : 200;
        List<String> rows = new ArrayList<>();
        try (Load load = new Load()) {
            rows.add(caught("broken twins caught by the examination", times, ContractBench::examine));
            rows.add(caught("broken twins caught by the checks of a cell", times, ContractBench::check));
            rows.add(accused(alarms));
            System.err.println(load + "; others took "
                    + String.format(
                            Locale.ROOT, "%.0f %%", 100 * HostCard.here().busy()) + " of the host");
        }
        System.out.println("[" + String.join(",\n", rows) + "]");
    }

    /// Asked of a lock: the verdict, or "holds".
    private interface Question {
        String ask(Maker<Mutex> lock, long seed);
    }

    private static String examine(Maker<Mutex> lock, long seed) {
        Finding found = new MutexExam().limit(Duration.ofSeconds(10)).seed(seed).examine(lock);
        return found.holds() ? "holds" : found.verdict().toString();
    }

    /// The second is asked only when the first has found nothing.
    private static String check(Maker<Mutex> lock, long seed) {
        for (Law<Maker<Mutex>, ?> law :
                List.<Law<Maker<Mutex>, ?>>of(Contention.mutualExclusion(), Contention.everyoneGetsIn())) {
            if (Verdict.of(law, lock, seed).fails()) {
                return "failed";
            }
        }
        return "holds";
    }

    private static String caught(String job, int times, Question question) throws Exception {
        int asked = 0;
        int hits = 0;
        StringBuilder misses = new StringBuilder();
        for (Maker<Mutex> twin : Suspects.broken()) {
            Class<?> type = twin.make().getClass();
            Broken declared = type.getAnnotation(Broken.class);
            int mine = 0;
            for (int seed = 1; seed <= times; seed++) {
                String verdict = question.ask(twin, 1000L * seed);
                boolean hit = !verdict.startsWith("holds");
                mine += hit ? 1 : 0;
                if (!hit) {
                    misses.append(type.getSimpleName())
                            .append(" seed ")
                            .append(1000L * seed)
                            .append(": ")
                            .append(verdict)
                            .append("; ");
                }
            }
            System.err.printf("%-20s %-18s %d of %d%n", type.getSimpleName(), declared.verdict(), mine, times);
            asked += times;
            hits += mine;
        }
        return row(job + " (" + times + " times each, under load)", hits, asked, hits == asked, misses.toString());
    }

    private static String accused(int alarms) throws Exception {
        int asked = 0;
        int accused = 0;
        StringBuilder who = new StringBuilder();
        MutexExam exam = new MutexExam().visitors(Runtime.getRuntime().availableProcessors() + 2);
        for (int seed = 1; asked < alarms; seed++) {
            for (Map.Entry<String, Maker<Mutex>> lock : RIGHT.entrySet()) {
                Finding found = exam.limit(Duration.ofMillis(100)).seed(seed).examine(lock.getValue());
                asked++;
                if (!found.holds() && found.verdict() != Finding.Verdict.UNDECIDED) {
                    accused++;
                    who.append(found).append("; ");
                }
                if (seed <= COUNTED) {
                    for (Law<Maker<Mutex>, ?> law :
                            List.<Law<Maker<Mutex>, ?>>of(Contention.twoAtOnce(), Contention.aloneDoesNotWait())) {
                        Verdict verdict = Verdict.of(law, lock.getValue(), seed);
                        if (verdict.fails()) {
                            accused++;
                            who.append(lock.getKey())
                                    .append(' ')
                                    .append(verdict)
                                    .append("; ");
                        }
                    }
                }
            }
        }
        return row("right locks accused (eight locks, under load)", accused, asked, accused == 0, who.toString());
    }

    private static String row(String job, int ours, int of, boolean holds, String detail) {
        return String.format(
                Locale.ROOT,
                "{\"job\": \"%s\", \"ours\": %d, \"peer\": %d, \"ratio\": %.3f, \"bar\": \"%s\", \"verdict\": \"%s\","
                        + " \"detail\": \"%s\"}",
                job,
                ours,
                of,
                (double) ours / of,
                job.startsWith("right") ? "0 of " + of : "all " + of,
                holds ? "holds" : "falls short",
                detail.replace("\\", " ").replace("\"", "'").replace("\n", " "));
    }

    /// One busy thread for each core.
    private static final class Load implements AutoCloseable {
        private final int threads = Runtime.getRuntime().availableProcessors();
        private volatile boolean over;

        Load() {
            for (int i = 0; i < threads; i++) {
                Thread.ofPlatform().daemon().name("load-" + i).start(() -> {
                    while (!over) {
                        Thread.onSpinWait();
                    }
                });
            }
        }

        @Override
        public void close() {
            over = true;
        }

        @Override
        public String toString() {
            return threads + " busy threads beside it";
        }
    }
}
