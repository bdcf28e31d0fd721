package advsys.workbook.cli;

import advsys.lab.Figure;
import advsys.lab.HostCard;
import advsys.lab.Pooled;
import advsys.lab.Published;
import advsys.lab.Reproduction;
import advsys.lab.show.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of `./workbook reproduce`.
///
/// @param how what was measured; empty when nothing was
/// @param ours null when nothing was measured
/// @param reason for a verdict that is not about numbers
record Reproduced(
        String id,
        String claim,
        String published,
        String unit,
        String how,
        @Nullable Pooled ours,
        String verdict,
        String reason,
        String source,
        String status) {
    private static final String NOT_HERE = "not on this host";

    static Reproduced of(
            Figure figure, @Nullable Reproduction reproduction, @Nullable List<double[]> samples, HostCard host) {
        if (reproduction == null) {
            String missing = figure.missingOn(host);
            return row(figure, "", null, NOT_HERE, missing.isEmpty() ? "nothing here measures it yet" : missing);
        }
        if (host.cores() < reproduction.cores()) {
            return row(
                    figure,
                    "",
                    null,
                    NOT_HERE,
                    "needs " + reproduction.cores() + " cores; this host has " + host.cores());
        }
        if (samples == null || samples.stream().allMatch(fork -> fork.length == 0)) {
            return row(figure, reproduction.how(), null, "cannot tell here", "no trial gave a number");
        }
        Pooled ours = Pooled.of(samples);
        String verdict = Published.of(figure.id()).verdict(ours.median(), ours.low(), ours.high());
        return row(figure, reproduction.how(), ours, verdict, "");
    }

    private static Reproduced row(Figure figure, String how, @Nullable Pooled ours, String verdict, String reason) {
        return new Reproduced(
                figure.id(),
                figure.claim(),
                figure.value() + (figure.tolerance().equals("-") ? "" : ", " + figure.tolerance()),
                figure.unit(),
                how,
                ours,
                verdict,
                reason,
                figure.source(),
                figure.status());
    }

    /// True when the measurement contradicts the figure.
    boolean contradicts() {
        return verdict.equals("not reproduced");
    }

    /// A row of the table.
    List<String> cells() {
        return List.of(id, published, number(), verdict);
    }

    private String number() {
        return ours == null
                ? "–"
                : Numbers.text(ours.median()) + " [" + Numbers.text(ours.low()) + ", " + Numbers.text(ours.high())
                        + "]";
    }

    /// A few lines for people: claims and sources are sentences, which no column could hold.
    String text() {
        StringBuilder text = new StringBuilder(id).append(": ").append(verdict);
        if (!reason.isEmpty()) {
            text.append(", ").append(reason);
        }
        text.append("\n    claim      ").append(claim);
        text.append("\n    published  ").append(published);
        if (ours != null) {
            text.append("\n    ours       ").append(number()).append(", ").append(how);
        }
        return text.append("\n    source     ")
                .append(source)
                .append("\n    status     ")
                .append(status)
                .append('\n')
                .toString();
    }
}
