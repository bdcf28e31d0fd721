package advsys.lab;

/// Where the lab shows things: our kernel, a stock JJava kernel, or a plain console. The front end installs its
/// provider with [#use]; without one, everything goes to `System.out` as text.
public interface Display {
    /// Shows `bundle` now, below what was shown before.
    Shelf show(Bundle bundle);

    /// True where something shown can be replaced in place.
    boolean live();

    /// Something shown that can be replaced.
    interface Shelf {
        void replace(Bundle bundle);
    }

    /// The display of this JVM.
    static Display here() {
        return Installed.display;
    }

    /// Makes `display` the display of this JVM.
    static void use(Display display) {
        Installed.display = display;
    }

    /// Holds the one display. Not for use outside.
    final class Installed {
        private static volatile Display display = new ConsoleDisplay();

        private Installed() {}
    }
}
