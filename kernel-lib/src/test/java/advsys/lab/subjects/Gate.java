package advsys.lab.subjects;

/// A subject for tests of the lab: something that is entered and left.
public interface Gate {
    void enter();

    void leave();
}
