package advsys.workbook.kernel.wire;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import advsys.workbook.kernel.Language;
import advsys.workbook.kernel.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A language of one word and its arguments a line, to test the wire side without JShell.
final class ScriptedLanguage implements Language {
    private final FrontEnd frontEnd;
    private volatile CompletableFuture<Void> stop = new CompletableFuture<>();

    ScriptedLanguage(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    @Override
    public Reply run(Cell cell) {
        Optional<Bundle> result = Optional.empty();
        for (String line : cell.code().lines().toList()) {
            String[] words = line.split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "out" -> print(cell, "stdout", rest + "\n");
                case "err" -> print(cell, "stderr", rest + "\n");
                case "bytes" -> write(cell, java.util.HexFormat.of().parseHex(rest));
                case "lines" -> lines(cell, Integer.parseInt(rest));
                case "show" -> frontEnd.display(cell, Bundle.text(rest), "shown");
                case "update" -> frontEnd.update(cell, Bundle.text(rest), "shown");
                case "clear" -> frontEnd.clear(cell, true);
                case "value" -> result = Optional.of(Bundle.text(rest));
                case "fail" -> {
                    return new Reply.Failed("Failure", rest, List.of("at the line", rest));
                }
                case "throw" -> throw new AssertionError(rest);
                case "page" -> {
                    return new Reply.Done(
                            result, List.of(Map.of("source", "page", "data", Map.of("text/plain", rest))));
                }
                case "late" ->
                    Thread.ofPlatform().daemon().start(() -> {
                        sleepQuietly(200);
                        print(cell, "stdout", rest + "\n");
                    });
                case "ask" -> {
                    try {
                        print(cell, "stdout", "<" + frontEnd.ask(cell, rest, false) + ">\n");
                    } catch (IllegalStateException | InterruptedException refused) {
                        return new Reply.Failed("Refused", String.valueOf(refused.getMessage()), List.of());
                    }
                }
                case "wait" -> {
                    if (interrupted(Integer.parseInt(rest))) {
                        return new Reply.Failed("Interrupted", "", List.of());
                    }
                }
                default -> throw new IllegalArgumentException("no such word: " + words[0]);
            }
        }
        return new Reply.Done(result, List.of());
    }

    private boolean interrupted(int millis) {
        try {
            stop.get(millis, TimeUnit.MILLISECONDS);
            stop = new CompletableFuture<>();
            return true;
        } catch (TimeoutException | InterruptedException | ExecutionException over) {
            return false;
        }
    }

    private static void sleepQuietly(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void lines(Cell cell, int count) {
        for (int i = 0; i < count; i++) {
            print(cell, "stdout", "line " + i + "\n");
        }
    }

    private void print(Cell cell, String stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        frontEnd.write(cell, stream, bytes, 0, bytes.length);
    }

    private void write(Cell cell, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            frontEnd.write(cell, "stdout", bytes, i, 1); // one by one: characters are cut everywhere
        }
    }

    @Override
    public Reply evaluate(Cell cell, String expression) {
        return expression.startsWith("bad")
                ? new Reply.Failed("Failure", expression, List.of())
                : new Reply.Done(Optional.of(Bundle.text("value of " + expression)), List.of());
    }

    @Override
    public void interrupt(Cell cell) {
        stop.complete(null);
    }

    @Override
    public Completion complete(String code, int cursor) {
        return new Completion(
                cursor - 1, cursor, List.of(new Candidate(code.substring(0, cursor), "method", "() int")));
    }

    @Override
    public Optional<Bundle> inspect(String code, int cursor, int detail) {
        return code.isEmpty() ? Optional.empty() : Optional.of(Bundle.html("<b>" + code + "</b>", code));
    }

    @Override
    public Completeness isComplete(String code) {
        return code.endsWith("{") ? new Completeness("incomplete", "    ") : new Completeness("complete", "");
    }

    @Override
    public void close() {}
}
