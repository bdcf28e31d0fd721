package advsys.multiprocessor;

/// A program that can stop in its middle and go on later: what runs on a simulated CPU.
interface Strand {
    /// Runs the program until it stops or ends.
    void resume();

    /// Stops the program that calls this, until it is resumed; false when it cannot stop where it is.
    boolean pause();
}
