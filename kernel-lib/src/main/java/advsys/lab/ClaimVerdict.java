package advsys.lab;

import advsys.lab.chart.Overlay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of setting a claim beside rows.
///
/// @param sentence for people
/// @param verdict for tools: right, reproduced, not on this host, …
/// @param score for predictions; null for the others
/// @param overlays what to draw
/// @param ranks series → what to add to its name
record ClaimVerdict(
        String sentence,
        String verdict,
        Prediction.@Nullable Score score,
        List<Overlay> overlays,
        Map<String, String> ranks) {

    /// How a claim does in a scope: the one place that knows all kinds of claims.
    static ClaimVerdict of(Claim claim, ClaimScope scope) {
        return switch (claim) {
            case Prediction prediction ->
                switch (prediction.kind()) {
                    case VALUE -> PredictedValue.judge(prediction, scope);
                    case CURVE -> PredictedCurve.judge(prediction, scope);
                    case RANKING -> PredictedRanking.judge(prediction, scope);
                };
            case Published published -> PublishedJudge.judge(published, scope);
            case Estimate estimate -> EstimateJudge.judge(estimate, scope);
        };
    }
}
