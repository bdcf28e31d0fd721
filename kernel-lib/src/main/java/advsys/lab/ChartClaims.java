package advsys.lab;

import advsys.lab.chart.Claims;
import advsys.lab.chart.Overlay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The claims of a chart: for each panel what to draw, and the sentences below.
final class ChartClaims {
    /// The type of what a cell's output keeps of the claims on a chart, scores included.
    static final String MIME = "application/vnd.advsys.judgement+json";

    /// One claim in one panel.
    private record Judged(Claim claim, @Nullable Object panel, ClaimVerdict judgement) {}

    private final ChartPlan plan;
    private final List<Judged> judged = new ArrayList<>();

    private ChartClaims(ChartPlan plan) {
        this.plan = plan;
    }

    /// @throws IllegalArgumentException if a claim names what is not in the rows
    static ChartClaims of(ChartPlan plan, @Nullable Results results, List<Claim> claims) {
        ChartClaims all = new ChartClaims(plan);
        ClaimScope scope = new ClaimScope(plan, results, null);
        for (Claim claim : claims) {
            Place place = place(claim);
            Map<String, Object> where = place.in(scope, label(claim));
            if (plan.panels().isEmpty()) {
                all.judged.add(new Judged(claim, null, ClaimVerdict.of(claim, scope)));
            } else {
                @Nullable Object only = where.get(plan.panels());
                for (Object panel : scope.values(plan.panels())) {
                    if (only == null || Frame.same(only, panel)) {
                        all.judged.add(new Judged(claim, panel, ClaimVerdict.of(claim, scope.in(panel))));
                    }
                }
            }
        }
        return all;
    }

    private static Place place(Claim claim) {
        return switch (claim) {
            case Prediction prediction -> prediction.place();
            case Published published -> published.place();
            case Estimate estimate -> estimate.place();
        };
    }

    private static String label(Claim claim) {
        return switch (claim) {
            case Prediction prediction -> "the prediction \"" + prediction.question() + "\"";
            case Published published -> "the figure " + published.figure().id();
            case Estimate estimate -> "the estimate \"" + estimate.name() + "\"";
        };
    }

    /// What to draw in a panel; `null` for a chart without panels.
    Claims drawn(@Nullable Object panel) {
        List<Overlay> here = new ArrayList<>();
        Map<String, String> ranks = new LinkedHashMap<>();
        judged.stream().filter(each -> at(each, panel)).forEach(each -> {
            here.addAll(each.judgement.overlays());
            ranks.putAll(each.judgement.ranks());
        });
        List<Overlay> named = new ArrayList<>();
        for (Judged each : judged) {
            for (Overlay overlay : each.judgement.overlays()) {
                if (named.stream().noneMatch(seen -> seen.name().equals(overlay.name()))) {
                    named.add(overlay);
                }
            }
        }
        return new Claims(List.copyOf(here), named, ranks);
    }

    /// One sentence for each claim that is judged in a panel.
    List<String> sentences(@Nullable Object panel) {
        return judged.stream()
                .filter(each -> at(each, panel))
                .map(each ->
                        (each.panel == null ? "" : plan.panels() + " " + each.panel + ": ") + each.judgement.sentence())
                .toList();
    }

    private static boolean at(Judged each, @Nullable Object panel) {
        return each.panel == null ? panel == null : panel != null && Frame.same(each.panel, panel);
    }

    /// For tools: what was claimed, how it was judged, and the score of what was predicted.
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", 1);
        json.put("x", plan.x());
        json.put("y", plan.y());
        json.put("claims", judged.stream().map(ChartClaims::json).toList());
        return json;
    }

    private static Map<String, Object> json(Judged each) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (each.claim) {
            case Prediction prediction -> json.put("prediction", PredictionView.json(prediction));
            case Published published -> json.put("published", published.figure().id());
            case Estimate estimate -> json.put("estimate", estimate.name());
        }
        if (each.panel != null) {
            json.put("panel", Objects.toString(each.panel));
        }
        json.put("verdict", each.judgement.verdict());
        Prediction.Score score = each.judgement.score();
        if (score != null) {
            json.put("points", score.points());
            json.put("outOf", score.outOf());
            json.put("reason", score.reason());
        }
        return json;
    }
}
