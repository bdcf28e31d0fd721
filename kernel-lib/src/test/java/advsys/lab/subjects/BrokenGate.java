package advsys.lab.subjects;

/// Throws.
public final class BrokenGate implements Gate {
    @Override
    public void enter() {
        throw new IllegalStateException("off its hinges");
    }

    @Override
    public void leave() {}
}
