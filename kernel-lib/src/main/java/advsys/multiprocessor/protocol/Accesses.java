package advsys.multiprocessor.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What CPUs do with one line of memory, one access after the other: `Accesses.of("P1 load, P2 store, P1 load")`. An
/// access is a load, a store, or the eviction of the CPU's own copy.
///
/// - **Errors** a word that is none of these is refused, with the access that it stands in.
/// - **Source** the named ones are kinds of shared data in W. Weber, A. Gupta, "Analysis of cache invalidation patterns
///   in multiprocessors", ASPLOS 1989.
public final class Accesses {
    /// The most CPUs that a line can have.
    private static final int MOST = 64;

    private final String name;
    private final List<Access> list;

    /// One access.
    ///
    /// @param cpu from 0
    record Access(int cpu, Event wish) {
        @Override
        public String toString() {
            return "P" + (cpu + 1) + " " + wish;
        }
    }

    private Accesses(String name, List<Access> list) {
        this.name = name;
        this.list = List.copyOf(list);
    }

    /// Accesses with commas between them; `P1 store x5` is five of them.
    ///
    /// @throws IllegalArgumentException if one is not understood
    public static Accesses of(String text) {
        return named(text.strip(), text);
    }

    /// The same with a name for charts and tables.
    ///
    /// @throws IllegalArgumentException if one is not understood
    public static Accesses named(String name, String text) {
        List<Access> list = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            list.addAll(parse(each.strip()));
        }
        return new Accesses(name, list);
    }

    /// Data that one CPU alone uses: it reads them, changes them, and after a while they leave its cache.
    public static Accesses onlyMine() {
        return named("only mine", "P1 load, P1 store, P1 evict");
    }

    /// Each of `cpus` in turn reads and changes the same data: what a lock protects, for instance.
    public static Accesses wandering(int cpus) {
        return named("wandering", each(1, cpus, "P% load, P% store"));
    }

    /// The first of `cpus` writes, all others read.
    public static Accesses fromOneToAll(int cpus) {
        return named("one to all", "P1 store, " + each(2, cpus, "P% load"));
    }

    /// All of `cpus` read, `times` times, between two stores by the first.
    public static Accesses mostlyRead(int cpus, int times) {
        String round = each(1, cpus, "P% load");
        return named("mostly read", "P1 store" + (", " + round).repeat(times));
    }

    /// Each of `cpus` in turn writes to a word of its own, and all words lie on this line.
    public static Accesses sideBySide(int cpus) {
        return named("side by side", each(1, cpus, "P% store"));
    }

    private static String each(int first, int last, String what) {
        if (last < first || last > MOST) {
            throw new IllegalArgumentException(last + " CPUs: take " + first + " to " + MOST);
        }
        return IntStream.rangeClosed(first, last)
                .mapToObj(cpu -> what.replace("%", Integer.toString(cpu)))
                .collect(Collectors.joining(", "));
    }

    private static List<Access> parse(String text) {
        String[] words = text.split("\\s+", -1);
        boolean times = words.length == 3 && words[2].matches("x[1-9]\\d{0,3}");
        if ((words.length != 2 && !times) || !words[0].matches("P[1-9]\\d?") || !words[1].matches("load|store|evict")) {
            throw new IllegalArgumentException("\"" + text + "\" is no access: write \"P1 load\", \"P2 store\","
                    + " \"P1 evict\" or \"P1 store x5\", with commas between them");
        }
        int cpu = Integer.parseInt(words[0].substring(1));
        if (cpu > MOST) {
            throw new IllegalArgumentException("\"" + text + "\": there are at most " + MOST + " CPUs");
        }
        Access[] all = new Access[times ? Integer.parseInt(words[2].substring(1)) : 1];
        Arrays.fill(all, new Access(cpu - 1, Event.named(words[1])));
        return List.of(all);
    }

    /// All of them, each load and each store `times` times.
    List<Access> list(int times) {
        return list.stream()
                .flatMap(each -> Collections.nCopies(each.wish == Event.EVICT ? 1 : times, each).stream())
                .toList();
    }

    /// How many CPUs take part.
    int cpus() {
        return list.stream().mapToInt(Access::cpu).max().orElse(0) + 1;
    }

    @Override
    public String toString() {
        return name;
    }
}
