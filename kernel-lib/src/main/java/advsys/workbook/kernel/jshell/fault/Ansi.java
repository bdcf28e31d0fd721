package advsys.workbook.kernel.jshell.fault;

/// Coloured text. Black, white, yellow and grey are left out: each vanishes in one of JupyterLab's themes.
final class Ansi {
    private static final String END = "\u001b[0m";

    private Ansi() {}

    static String red(String text) {
        return "\u001b[1;31m" + text + END;
    }

    static String blue(String text) {
        return "\u001b[34m" + text + END;
    }

    static String magenta(String text) {
        return "\u001b[35m" + text + END;
    }

    static String bold(String text) {
        return "\u001b[1m" + text + END;
    }
}
