package advsys.lab;

/// A figure from the literature: one line of `data/figures.tsv`.
///
/// @param id short and stable, such as `anderson.stampede`
/// @param claim one sentence
/// @param value what is claimed, for programs: see [Expectation]
/// @param unit of the value, or the column that it is about, such as `acquisitionsPerMicrosecond`; empty for any
/// @param tolerance how far a measurement may be off: `15 %`, `± 3`, `× 2`; `-` for shapes
/// @param kind exact, ratio or shape
/// @param source author, title, venue, year, and where in the paper
/// @param status *checked* when somebody of this project read the number in the source, else *reported as*, and where
/// @param chapter the chapter's number, "03"
/// @param reproducedBy the class that measures it here; or what is missing here: `needs 16 cores: …`
public record Figure(
        String id,
        String claim,
        String value,
        String unit,
        String tolerance,
        String kind,
        String source,
        String status,
        String chapter,
        String reproducedBy) {
    /// True when it is about order and shape only.
    public boolean shape() {
        return kind.equals("shape");
    }

    /// Why no host like this one can show it; "" when it can.
    public String missingOn(HostCard host) {
        if (!reproducedBy.startsWith("needs ")) {
            return "";
        }
        String cores = reproducedBy.replaceFirst("^needs (\\d+) cores\\b.*", "$1");
        if (!cores.equals(reproducedBy) && host.cores() >= Integer.parseInt(cores)) {
            return "";
        }
        return reproducedBy + (cores.equals(reproducedBy) ? "" : "; this host has " + host.cores());
    }

    /// The claim with its first source, and where it was checked, without the words that were found there.
    String citation() {
        String where = status.startsWith("checked") ? status.replaceFirst("[:,;]?[^:,;]*\".*", "") : status;
        return claim + " (" + source.replaceFirst(";.*", "") + "; " + where + ")";
    }
}
