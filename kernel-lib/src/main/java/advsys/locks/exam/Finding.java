package advsys.locks.exam;

import advsys.lab.Bundle;
import advsys.lab.Shown;
import java.util.Locale;

/// What an examination found.
///
/// @param subject the lock's class
/// @param witness what happened, in one or more lines; empty when the lock holds
/// @param seed with which the examination can be repeated
/// @param rounds fresh locks tried
/// @param visits times that a lock was acquired and released
public record Finding(String subject, Verdict verdict, String witness, long seed, int rounds, long visits)
        implements Shown {

    /// The kinds of findings. [#toString] is what [advsys.lab.Broken#verdict] says.
    public enum Verdict {
        /// No fault was found.
        HOLDS("holds"),
        /// Two were inside.
        MUTUAL_EXCLUSION("mutual exclusion"),
        /// One did not see what the one before had written.
        LOST_UPDATE("lost update"),
        /// Nobody got anywhere.
        HANG("hang"),
        /// Not served in the order of arrival, though that was promised.
        ORDER("order"),
        /// An operation threw.
        THREW("threw"),
        /// This host did not give the threads enough time to say anything.
        UNDECIDED("cannot tell here");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /// True when no fault was found.
    public boolean holds() {
        return verdict == Verdict.HOLDS;
    }

    /// This finding, after one more round with its own verdict.
    Finding and(Verdict next, String story, int moreVisits) {
        return new Finding(subject, next, story, seed, rounds + 1, visits + moreVisits);
    }

    /// This finding, with more to tell.
    Finding also(String more) {
        return new Finding(subject, verdict, witness + more, seed, rounds, visits);
    }

    @Override
    public Bundle shown() {
        return Bundle.text(toString());
    }

    @Override
    public String toString() {
        String words = subject + ": " + verdict;
        String extent = String.format(Locale.ROOT, "round %,d, after %,d visits (seed %d)", rounds, visits, seed);
        return switch (verdict) {
            case HOLDS ->
                String.format(
                        Locale.ROOT,
                        "%s: no fault found in %,d visits to %,d fresh locks (seed %d). That is evidence, not proof.",
                        subject,
                        visits,
                        rounds,
                        seed);
            case UNDECIDED -> words + ". In " + extent + ": " + witness;
            default -> words + " in " + extent + ": " + witness;
        };
    }
}
