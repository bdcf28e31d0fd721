package advsys.lab;

/// What [Worker#next] reads and writes in every round, between 128 bytes on either side that nobody writes: a
/// superclass's fields are laid out before its subclass's.
class WorkerFields extends WorkerPadding {
    long done = -1; // rounds completed; the first call of next() completes none
    long goal;
    int seen; // the phase of the shift that this worker knows of
    int spendNanos;
    long spendSteps;
    long sink = 1;
}

@SuppressWarnings("unused")
class WorkerPadding {
    private long p00, p01, p02, p03, p04, p05, p06, p07, p08, p09, p10, p11, p12, p13, p14, p15;
}
