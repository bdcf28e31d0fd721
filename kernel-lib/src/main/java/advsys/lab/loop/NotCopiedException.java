package advsys.lab.loop;

/// Why a class cannot be defined anew.
public final class NotCopiedException extends Exception {
    private static final long serialVersionUID = 1;

    NotCopiedException(String reason) {
        super(reason);
    }
}
