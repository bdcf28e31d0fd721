package advsys.lab;

import java.util.ArrayList;
import java.util.List;

/// A bug hunt's line-up: several suspects, all asked the same, after the reader has accused one.
/// `LineUp.of(Contention.mutualExclusion(), Ada::new, Ben::new, Cleo::new)`.
///
/// - **Guarantee** each suspect is asked by itself, as by [Check]. Who is not caught is not acquitted, and the line-up
///   says so: this host may be too slow, or too well-behaved, to show what another would.
/// - **Cost** as a check for each suspect.
/// - **Errors** none; suspects without a name are refused as by [Check].
/// - **Source** broken variants that are kept and hunted: A. Shipilëv's jcstress samples; ours as an exercise.
///
/// @param law what they were asked
/// @param checks one for each suspect, in their order
public record LineUp(String law, List<Check> checks) implements Shown {
    public LineUp {
        checks = List.copyOf(checks);
    }

    /// Asks each of the suspects.
    ///
    /// @throws IllegalArgumentException if there are fewer than two, or one has no name
    /// @throws java.util.concurrent.CancellationException if the cell is stopped
    @SafeVarargs
    @SuppressWarnings("varargs") // the suspects are only asked
    public static <S> LineUp of(Law<S, ?> law, S... suspects) {
        if (suspects.length < 2) {
            throw new IllegalArgumentException("a line-up of " + suspects.length
                    + ": give it two suspects or more, such as Ada::new, Ben::new; for one there is Check.that");
        }
        List<Check> checks = new ArrayList<>();
        for (S suspect : suspects) {
            checks.add(Check.that(suspect, law));
        }
        return new LineUp(law.name(), checks);
    }

    /// The suspects that were caught, by name.
    public List<String> caught() {
        return checks.stream()
                .filter(check -> check.verdicts().getFirst().fails())
                .map(Check::subject)
                .toList();
    }

    /// "mutual exclusion: caught Ada; nothing found against Ben, Cleo, which is no proof".
    public String summary() {
        List<String> caught = caught();
        List<String> free = checks.stream()
                .map(Check::subject)
                .filter(name -> !caught.contains(name))
                .toList();
        return law + ": " + (caught.isEmpty() ? "nobody is caught" : "caught " + String.join(", ", caught))
                + (free.isEmpty() ? "" : "; nothing found against " + String.join(", ", free) + ", which is no proof");
    }

    @Override
    public Bundle shown() {
        return CheckView.of(this);
    }

    @Override
    public String toString() {
        return shown().text();
    }
}
