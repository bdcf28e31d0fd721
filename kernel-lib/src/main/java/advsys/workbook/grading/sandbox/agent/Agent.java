package advsys.workbook.grading.sandbox.agent;

import advsys.lab.Law;
import advsys.lab.Observation;
import advsys.workbook.grading.sandbox.SentLaw;
import advsys.workbook.grading.sandbox.wire.Message;
import advsys.workbook.grading.sandbox.wire.Parts;
import advsys.workbook.grading.sandbox.wire.Records;
import advsys.workbook.grading.sandbox.wire.WireException;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.Reply;
import advsys.workbook.kernel.jshell.JavaLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers one controller, for one submission.
///
/// ``` → cell    number source                             ← ran number | failed number message → law
/// number law subject seed                  ← seen number data | threw number … | hung number … → value
/// number expression                           | absent number message → end ```
final class Agent {
    private static final int OUTPUT_STATUS = 4;
    private static final int LONGEST = 4000; // letters of a message

    private final OutputStream out;
    private final JavaLanguage language;
    private final Map<String, Object> subjects = new HashMap<>(); // makers: several laws ask one, as in a check cell
    private int cells;

    Agent(OutputStream out, long outputBytes) {
        this.out = out;
        this.language = JavaLanguage.startUnattended(new Quiet(outputBytes, this::tooMuch));
    }

    /// Prepares, says so, and serves until the controller is gone.
    void serve(InputStream in) throws IOException {
        language.awaitReady();
        send(Message.of("ready", Message.VERSION));
        for (Message message = Message.receive(in); message != null; message = Message.receive(in)) {
            if (message.name().equals("end")) {
                return;
            }
            send(answer(message));
        }
    }

    private Message answer(Message message) throws WireException {
        long number = message.argument(0, Long.class);
        try {
            return switch (message.name()) {
                case "cell" -> run(number, message.argument(1, String.class));
                case "value" -> value(number, message.argument(1, String.class));
                case "law" -> law(number, message);
                default -> throw new WireException("there is no \"" + message.name() + "\"");
            };
        } catch (WireException notPlain) {
            return Message.of("absent", number, text(notPlain));
        } catch (Throwable thrown) { // of the student's: an exception's own methods may throw anything
            return Message.of("threw", number, text(thrown), false, "");
        }
    }

    private Message run(long number, String source) {
        subjects.clear(); // the cell may declare a class anew
        return switch (language.run(cell(source))) {
            case Reply.Done _ -> Message.of("ran", number);
            case Reply.Failed failed -> Message.of("failed", number, said(failed));
        };
    }

    private Message value(long number, String expression) throws WireException {
        List<@Nullable Object> values = new ArrayList<>();
        return switch (language.value(cell(expression), expression, values::add)) {
            case Reply.Failed failed -> failed(number, failed);
            case Reply.Done _ -> Message.of("seen", number, Records.data(values.isEmpty() ? null : values.getFirst()));
        };
    }

    private Message law(long number, Message asked) throws WireException {
        Law<?, ?> law = SentLaw.law(asked.argument(1, Parts.class));
        String subject = "(" + SentLaw.subjectType(law) + ") (" + asked.argument(2, String.class) + ")";
        Object known = subjects.get(subject);
        if (known == null) {
            List<@Nullable Object> values = new ArrayList<>();
            Reply reply = language.value(cell(subject), subject, values::add);
            if (reply instanceof Reply.Failed failed) {
                return failed(number, failed);
            }
            known = values.isEmpty() ? null : values.getFirst();
            if (known == null) {
                return Message.of("absent", number, "the subject is null");
            }
            subjects.put(subject, known);
        }
        return observe(number, law, known, asked.argument(3, Long.class));
    }

    @SuppressWarnings("unchecked") // the subject was cast to the law's own type of subjects when it was made
    private static <S> Message observe(long number, Law<S, ?> law, Object subject, long seed) throws WireException {
        return switch (Observation.of(law, (S) subject, seed)) {
            case Observation.Seen<?>(Record observed) -> Message.of("seen", number, Records.data(observed));
            case Observation.Threw<?>(String what, boolean notWritten, String where) ->
                Message.of("threw", number, cut(what), notWritten, cut(where));
            case Observation.Hung<?>(String stacks) -> Message.of("hung", number, cut(stacks));
        };
    }

    private Cell cell(String code) {
        int number = ++cells;
        return new Cell("cell-" + number, number, code, false, false, false, "");
    }

    private synchronized void send(Message message) throws IOException {
        try {
            message.send(out);
        } catch (WireException notSent) { // too large, or no plain data
            Message.of("absent", message.argument(0, Long.class), text(notSent)).send(out);
        }
    }

    private void tooMuch() {
        try {
            send(Message.of("output"));
        } catch (IOException gone) {
            // then nobody is there to be told
        }
        Runtime.getRuntime().halt(OUTPUT_STATUS);
    }

    private static Message failed(long number, Reply.Failed failed) {
        return failed.name().equals("CompilationError")
                ? Message.of("absent", number, said(failed))
                : Message.of("threw", number, said(failed), false, "");
    }

    private static String said(Reply.Failed failed) {
        return cut(failed.name() + ": " + failed.value());
    }

    private static String text(Throwable thrown) {
        try {
            return cut(thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
        } catch (Throwable again) { // the student's own getMessage()
            return thrown.getClass().getName();
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
