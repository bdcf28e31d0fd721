package advsys.testing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Long suites have two forms: everything under `./workbook test --long`, and otherwise a choice that the seed draws,
/// another one each day. What is left out is told in the run's closing lines, with the seed that draws it again.
///
/// A test that has no short form carries the tag `long`, and runs under `--long` only.
public final class LongForm {
    /// How a line begins that the summary repeats.
    static final String LEFT = "left to --long: ";

    private LongForm() {}

    /// Is everything to be run?
    public static boolean on() {
        return Boolean.getBoolean("advsys.long");
    }

    /// The day, unless `./workbook test --seed` says another.
    public static long seed() {
        String given = System.getProperty("advsys.seed", "");
        return Long.parseLong(
                given.isBlank() ? LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE) : given);
    }

    /// `number` of `all`, in their order; all of them in the long form.
    ///
    /// @param what they are, for the closing lines: "mutants of the protocols"
    public static <T> List<T> choose(List<T> all, int number, String what) {
        if (on() || all.size() <= number) {
            return List.copyOf(all);
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(seed() * 31 + what.hashCode()));
        tell(all.size() - number + " of " + all.size() + " " + what + " (seed " + seed() + ")");
        return places.subList(0, number).stream().sorted().map(all::get).toList();
    }

    /// `few` repeats, or `all` in the long form.
    ///
    /// @param what is repeated
    public static int times(int few, int all, String what) {
        if (!on()) {
            tell(all - few + " of " + all + " " + what);
        }
        return on() ? all : few;
    }

    static void tell(String what) {
        System.out.println(LEFT + what); // the report keeps it, with the class that said it
    }
}
