package advsys.lab;

/// A prediction that was made after the run that it is judged on: said, and not scored.
final class Late {
    private Late() {}

    static String words(Prediction prediction, ClaimScope scope) {
        return prediction.after(scope.results()) ? " It was made after this run, so it does not count." : "";
    }

    static Prediction.Score score(Prediction prediction, ClaimScope scope, double points, double outOf, String reason) {
        return prediction.after(scope.results())
                ? new Prediction.Score(0, 0, "made after the run that it is judged on; else: " + reason)
                : new Prediction.Score(points, outOf, reason);
    }
}
