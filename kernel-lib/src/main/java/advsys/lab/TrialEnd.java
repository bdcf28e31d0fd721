package advsys.lab;

/// One measured trial, with what the lab saw of it.
///
/// @param interference the share of the machine's CPU time that others took meanwhile; NaN when unknown
record TrialEnd<R extends Record>(Supervised.End<R> end, MeasuredTrial trial, long nanos, double interference) {

    /// The same of a trial that others could not disturb.
    TrialEnd<R> undisturbed() {
        return new TrialEnd<>(end, trial, nanos, Double.NaN);
    }

    /// What one round took where there was a crew, else the whole trial.
    double cost() {
        double perRound = trial.nanosPerRound();
        return Double.isNaN(perRound) ? nanos : perRound;
    }
}
