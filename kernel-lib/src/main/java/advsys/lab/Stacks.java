package advsys.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where threads are, for people: the frames between the JDK's and the lab's own, equal ones told once.
final class Stacks {
    private static final int MAX_FRAMES = 6;

    private static final Set<String> LAB = Set.of("advsys.lab", "advsys.lab.stop", "advsys.lab.loop");

    private Stacks() {}

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /// Empty when no thread of the group is alive.
    static String of(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 8];
        int n = group.enumerate(threads);
        Map<String, List<String>> byStack = new LinkedHashMap<>();
        for (Thread thread : Arrays.asList(threads).subList(0, n)) {
            StackTraceElement[] frames = thread.getStackTrace();
            if (frames.length == 0 || conducts(frames)) {
                continue;
            }
            String stack = of(frames);
            // the frames of a class defined anew are hidden ones, which no stack trace shows
            byStack.computeIfAbsent(stack.isEmpty() ? "    in the scenario's own loop" : stack, s -> new ArrayList<>())
                    .add(thread.getName());
        }
        return byStack.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + "\n" + entry.getKey())
                .collect(Collectors.joining("\n"));
    }

    /// True of the thread that waits for a crew.
    private static boolean conducts(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .anyMatch(frame -> frame.getClassName().equals(CrewRun.class.getName())
                        && frame.getMethodName().equals("work"));
    }

    static String of(StackTraceElement[] frames) {
        List<StackTraceElement> shown = new ArrayList<>();
        boolean outside = false;
        for (StackTraceElement frame : frames) {
            boolean lab = LAB.contains(packageOf(frame.getClassName()));
            boolean jdk = frame.getModuleName() != null && frame.getModuleName().startsWith("java.");
            if (!lab && !(jdk && outside)) {
                shown.add(frame);
                outside |= !jdk;
            }
        }
        return outside
                ? shown.stream()
                        .limit(MAX_FRAMES)
                        .map(frame -> "    at " + frame)
                        .collect(Collectors.joining("\n"))
                : "";
    }
}
