package advsys.workbook.kernel.jshell.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The compiler's commonest messages in plain words; the others as they are.
final class PlainWords {
    private static final Pattern SYMBOL = Pattern.compile("(variable|method|class|package|constructor) ([^ (]+).*");
    private static final Pattern TYPES =
            Pattern.compile("incompatible types: (.+) cannot be converted to (.+)", Pattern.DOTALL);
    private static final Pattern LOSSY =
            Pattern.compile("incompatible types: possible lossy conversion from (.+) to (.+)");
    private static final Pattern UNREPORTED =
            Pattern.compile("unreported exception (\\S+); must be caught or declared to be thrown", Pattern.DOTALL);

    private PlainWords() {}

    static String of(Problem problem) {
        if (problem.is("cant.resolve") || problem.code().equals(Problem.UNRESOLVED)) {
            return unknown(problem);
        }
        if (problem.is("doesnt.exist")) {
            return problem.headline().replace("does not exist", "is not on the class path");
        }
        if (problem.is("expected") || problem.is("expected2") || problem.is("expected3") || problem.is("expected4")) {
            return problem.headline().equals("';' expected")
                    ? "a semicolon is missing here"
                    : "here the compiler expected " + problem.headline().replace(" expected", "");
        }
        if (problem.is("premature.eof")) {
            return "the cell ends too early: a bracket or a statement is not finished";
        }
        if (problem.is("prob.found.req")) {
            return types(problem);
        }
        if (problem.is("var.might.not.have.been.initialized")) {
            return problem.headline().replace("might not have been initialized", "may have no value yet here");
        }
        if (problem.is("limit.string")) {
            return "a constant string too long for a class file (65 535 bytes)";
        }
        if (problem.is("missing.ret.stmt")) {
            return "the method can end here without a return";
        }
        if (problem.is("unclosed.str.lit")) {
            return "the string is not closed on its line";
        }
        if (problem.is("unreported.exception")) {
            return UNREPORTED.matcher(problem.headline()).replaceAll("$1 can be thrown here, and nothing catches it");
        }
        return problem.headline();
    }

    /// What is unknown: `variable threadz`.
    static String symbol(Problem problem) {
        return problem.code().equals(Problem.UNRESOLVED) ? problem.message() : problem.detail("symbol");
    }

    /// The name in [#symbol]: `threadz`.
    static String name(Problem problem) {
        Matcher matcher = SYMBOL.matcher(symbol(problem));
        return matcher.matches() ? matcher.group(2) : "";
    }

    private static String unknown(Problem problem) {
        String symbol = symbol(problem);
        if (symbol.isEmpty()) {
            return problem.headline();
        }
        String where = problem.detail("location");
        boolean inCell = where.isEmpty() || where.equals("class");
        return "there is no " + shorter(symbol)
                + (inCell ? "" : " in " + shorter(where).replace(" of type ", ", a "));
    }

    private static String types(Problem problem) {
        Matcher lossy = LOSSY.matcher(problem.message());
        if (lossy.matches()) {
            return "a value of type " + lossy.group(1) + " may not fit into " + article(lossy.group(2));
        }
        Matcher types = TYPES.matcher(problem.message());
        if (types.matches()) {
            return "this is " + article(types.group(1)) + ", but " + article(types.group(2)) + " is needed here";
        }
        return problem.message().strip();
    }

    private static String shorter(String types) {
        return types.replaceAll("java\\.(?:lang|util)\\.(?=[A-Z])", "");
    }

    private static String article(String type) {
        String shorter = shorter(type);
        return ("aeiouAEIOU".indexOf(shorter.charAt(0)) >= 0 ? "an " : "a ") + shorter;
    }
}
