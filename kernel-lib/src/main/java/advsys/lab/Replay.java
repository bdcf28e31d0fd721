package advsys.lab;

/// What can go wrong when a trial is to be run again along the same choices.
final class Replay {
    private Replay() {}

    static IllegalStateException notTheSame(String what, int options) {
        return new IllegalStateException("a replay came to choose(\"" + what + "\", " + options
                + ") where another choice was made before: all chance of a scenario must come from its trial, not from"
                + " clocks, threads, hash codes or static fields");
    }
}
