package advsys.lab.stop;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/// Ways not to end, each of which a stop check must end. Every method here is one case of [StopWeaverTest].
@SuppressWarnings("unused")
final class Endless {
    private static volatile int sink;

    private Endless() {}

    static void whileTrue() {
        while (true) {}
    }

    static void forEver() {
        for (int i = 0; ; i++) {
            sink = i;
        }
    }

    static void doWhile() {
        int i = 0;
        do {
            i++;
        } while (sink >= 0 || i != 0);
    }

    static void spinHint() {
        while (sink >= 0) {
            Thread.onSpinWait();
        }
    }

    static void nestedLoops() {
        outer:
        while (true) {
            for (int i = 0; i < 10; i++) {
                for (int j = 0; j < 10; j++) {
                    if (j == 5) {
                        continue outer;
                    }
                }
            }
        }
    }

    static void countedLoopOfCountedLoops() {
        for (long i = 0; i < Long.MAX_VALUE; i++) {
            for (int j = 0; j < 1000; j++) {
                sink += j;
            }
        }
    }

    static void catchesThrowableInside() {
        while (true) {
            try {
                sink++;
                if (sink % 3 == 0) {
                    throw new IllegalStateException();
                }
            } catch (Throwable caught) {
                sink++;
            }
        }
    }

    static void catchesThrowableAroundInnerLoop() {
        while (true) {
            try {
                while (true) {
                    sink++;
                }
            } catch (Throwable caught) {
                sink = 0;
            }
        }
    }

    static void nestedTries() {
        while (true) {
            try {
                try {
                    while (sink >= 0) {
                        sink = 1;
                    }
                } catch (Throwable inner) {
                    sink = 2;
                    throw inner;
                } finally {
                    sink = 3;
                }
            } catch (Throwable outer) {
                sink = 4;
            }
        }
    }

    @SuppressWarnings("finally")
    static void continuesInFinally() {
        while (true) {
            try {
                sink++;
            } finally {
                continue;
            }
        }
    }

    static void continuesInCatch() {
        while (true) {
            try {
                throw new IllegalStateException();
            } catch (IllegalStateException again) {
                continue;
            }
        }
    }

    static void oldSwitch() {
        int state = 0;
        while (true) {
            switch (state) {
                case 0:
                    state = 1;
                    continue;
                case 1:
                    state = 7;
                    break;
                default:
                    state = 0;
            }
        }
    }

    static void sparseSwitchOnStrings() {
        String state = "a";
        while (true) {
            state = switch (state) {
                case "a" -> "quite another";
                case "quite another" -> "b";
                default -> "a";
            };
        }
    }

    static void patternSwitch() {
        Object value = 1;
        while (true) {
            value = switch (value) {
                case Integer i when i > 3 -> "many";
                case Integer i -> i + 1;
                case String s -> s.length();
                default -> 0;
            };
        }
    }

    static void loopInSynchronized() {
        synchronized (List.of("a", "b")) {
            while (true) {
                sink++;
            }
        }
    }

    static void loopOverIterator() {
        while (true) {
            for (String each : List.of("a", "b")) {
                sink += each.length();
            }
        }
    }

    static void lambda() {
        Runnable body = () -> {
            while (true) {
                sink++;
            }
        };
        body.run();
    }

    static void recursion() {
        deeper(0);
    }

    private static int deeper(int depth) { // ends by StackOverflowError, is caught, and starts again
        try {
            return deeper(depth + 1);
        } catch (StackOverflowError full) {
            return deeper(depth);
        }
    }

    static void mutualRecursion() {
        even(0);
    }

    private static int even(int n) {
        try {
            return odd(n + 1) + 1;
        } catch (StackOverflowError full) {
            return odd(n);
        }
    }

    private static int odd(int n) {
        try {
            return even(n + 1) + 1;
        } catch (StackOverflowError full) {
            return even(n);
        }
    }

    static void recursiveLambda() {
        Function<Integer, Integer>[] self = newArray();
        self[0] = n -> n > 100 ? 0 : self[0].apply(n + 1) + self[0].apply(n + 1);
        self[0].apply(0);
    }

    @SuppressWarnings("unchecked")
    private static Function<Integer, Integer>[] newArray() {
        return (Function<Integer, Integer>[]) new Function<?, ?>[1];
    }

    static void callsBackFromTheJdk() {
        IntUnaryOperator step = i -> {
            for (int j = 0; j < 3; j++) {
                sink += j;
            }
            return i;
        };
        java.util.stream.IntStream.iterate(0, step).forEach(i -> sink += i);
    }
}
