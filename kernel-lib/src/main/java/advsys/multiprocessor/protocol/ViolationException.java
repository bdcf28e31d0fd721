package advsys.multiprocessor.protocol;

/// A case that must not happen has happened.
final class ViolationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;

    ViolationException(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    String what() {
        return what;
    }
}
