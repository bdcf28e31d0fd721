package REPL;

/// What JShell makes of a cell with a variable.
public final class CellVariables {
    private CellVariables() {}

    public static Object kept = "nothing";
}
