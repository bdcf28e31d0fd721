package advsys.lab.subjects;

/// Always open.
public final class OpenGate implements Gate {
    @Override
    public void enter() {}

    @Override
    public void leave() {}
}
