package advsys.lab.subjects;

/// Open, after some work.
public final class SlowGate implements Gate {
    private long sink = 1;

    @Override
    public void enter() {
        for (int i = 0; i < 2_000; i++) {
            sink = sink * 31 + i;
        }
    }

    @Override
    public void leave() {}
}
