package advsys.lab;

/// What somebody says a measurement will give, or gave: the reader's [Prediction], a [Published] figure, or an
/// [Estimate] on paper. A chart draws it over what was measured, and says below how the two agree:
///
///     Chart.lines(run, "threads", "acquisitionsPerMicrosecond").against(mine, Published.of("anderson.stampede"))
///
/// - **Guarantee** a claim is never drawn or judged where it says nothing; what cannot be told on these rows or on this
///   host is said to be so.
/// - **Errors** a place that is not in the rows is refused with the list of those that are.
public sealed interface Claim extends Shown permits Prediction, Published, Estimate {
    /// One sentence: how the claim agrees with the first number that was measured in `rows`, over the one knob that
    /// varies. A chart says which other columns to look at: [Chart#against].
    ///
    /// @throws IllegalArgumentException if the claim names what is not in the rows
    default String judge(Rows rows) {
        return ClaimVerdict.of(this, ClaimScope.of(rows)).sentence();
    }

    @Override
    default Bundle shown() {
        return Bundle.text(toString());
    }
}
