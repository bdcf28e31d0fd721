package advsys.lab;

/// How an exploration chooses: every combination, those with few departures from the ordinary course, or a sample.
///
/// @param kind "all", "departures" or "sample"
/// @param n the bound, or the size of the sample
public record Search(String kind, int n) {
    public Search {
        boolean known = (kind.equals("all") && n == 0)
                || (kind.equals("departures") && n >= 0)
                || (kind.equals("sample") && n >= 1);
        if (!known) {
            throw new IllegalArgumentException("no search is called \"" + kind + "\" with " + n
                    + ": say Search.all(), Search.departures(2) or Search.sample(1000)");
        }
    }

    /// Every combination of choices.
    public static Search all() {
        return new Search("all", 0);
    }

    /// Every combination with at most `atMost` choices other than 0.
    public static Search departures(int atMost) {
        return new Search("departures", atMost);
    }

    /// `trials` combinations drawn by seed. Nothing is merged, so counts are frequencies.
    public static Search sample(int trials) {
        return new Search("sample", trials);
    }
}
