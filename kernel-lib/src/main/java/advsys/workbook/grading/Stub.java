package advsys.workbook.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is released in place of a solution: something that compiles, and throws when it is used.
final class Stub {
    private static final Pattern METHOD = Pattern.compile(
            "^(?!if\\b|for\\b|while\\b|do\\b|switch\\b|try\\b|synchronized\\b|else\\b|catch\\b|return\\b|new\\b)"
                    + "[A-Za-z@<][^;={}]*\\([^;{}]*\\)\\s*(throws [^{]*)?\\{.*",
            Pattern.DOTALL);

    private Stub() {}

    /// The stub for `solution`, whose first line is to be indented by `indent`: a throw where statements
    /// stood, and where whole methods stood, each of them with a throw for a body. What stood between the
    /// methods is left out.
    static String of(String solution, String indent, String todo) {
        String thrown = "throw new UnsupportedOperationException(\"" + todo + "\");";
        List<String> headers = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < solution.length(); i++) {
            char each = solution.charAt(i);
            if (each == '}' && --depth == 0) {
                part.setLength(0);
                continue;
            }
            if (depth == 0) {
                part.append(each);
                if (each == ';') {
                    part.setLength(0);
                }
            }
            if (each == '{' && depth++ == 0) {
                String header = part.toString().strip();
                if (METHOD.matcher(header).matches()) {
                    headers.add(header.replaceAll("\\s+", " "));
                }
                part.setLength(0);
            }
        }
        if (headers.isEmpty()) {
            return indent + thrown;
        }
        List<String> methods = headers.stream()
                .map(header -> indent + header + " " + thrown + " }")
                .toList();
        return String.join("\n", methods);
    }
}
