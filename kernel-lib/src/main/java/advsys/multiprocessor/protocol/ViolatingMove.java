package advsys.multiprocessor.protocol;

/// A move that breaks a rule.
final class ViolatingMove extends RuntimeException {
    private static final long serialVersionUID = 1;

    final transient Move move;
    final transient String what;

    ViolatingMove(Move move, ViolationException why) {
        super(why.what(), why, false, false);
        this.move = move;
        this.what = why.what();
    }
}
