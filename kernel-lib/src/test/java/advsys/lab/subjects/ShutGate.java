package advsys.lab.subjects;

/// Opens a hundred times and never again: whoever comes then spins.
public final class ShutGate implements Gate {
    private volatile int entered;

    @Override
    public void enter() {
        if (entered < 100) {
            entered++;
            return;
        }
        while (entered >= 100) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void leave() {}
}
