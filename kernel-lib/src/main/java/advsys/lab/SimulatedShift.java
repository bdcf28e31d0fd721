package advsys.lab;

/// When a worker on simulated CPUs has to end.
record SimulatedShift(SimulatedCpus cpus, long windowNanos) {

    /// Between two rounds: some time passes, so that even a round without any work ends.
    boolean over() {
        cpus.spend(0);
        return cpus.nanos() >= windowNanos;
    }
}
