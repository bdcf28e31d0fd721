package advsys.workbook.grading.sandbox;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Observation;
import advsys.lab.Verdict;
import advsys.workbook.grading.sandbox.wire.Message;
import advsys.workbook.grading.sandbox.wire.Records;
import advsys.workbook.grading.sandbox.wire.WireException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A submission and the agent that serves it now.
final class Handle implements Student {
    private static final SecureRandom NUMBERS = new SecureRandom();
    private static final String SIZE = "A check ends at its limit, so that one submission cannot hold up the others.";

    /// Where agents come from.
    interface Source {
        /// A fresh one.
        Link take() throws IOException, InterruptedException;
    }

    private final Source source;
    private final Limits limits;
    private final List<String> cells;
    private final @Nullable Observed[] loaded; // null: not yet
    private @Nullable Link link;

    Handle(Source source, Limits limits, List<String> cells) {
        this.source = source;
        this.limits = limits;
        this.cells = List.copyOf(cells);
        this.loaded = new Observed[cells.size()];
    }

    @Override
    public synchronized List<Observed> load() throws IOException {
        uninterrupted(this::ready);
        List<Observed> all = new ArrayList<>();
        for (Observed each : loaded) {
            all.add(each == null ? new Observed.Ended("it was not run") : each);
        }
        return all;
    }

    /// An agent that has run the cells, all but those that have killed one.
    private Link ready() throws IOException, InterruptedException {
        Link current = link;
        if (current != null && current.isAlive()) {
            return current;
        }
        current = source.take();
        link = current;
        for (int i = 0; i < loaded.length; i++) {
            if (!kills(loaded[i])) {
                long number = NUMBERS.nextLong();
                loaded[i] = current.ask(Message.of("cell", number, cells.get(i)), number, limits.load());
                if (kills(loaded[i])) {
                    current.close();
                    return ready(); // once for each cell at most
                }
            }
        }
        return current;
    }

    private static boolean kills(@Nullable Observed observed) {
        return observed instanceof Observed.Refused || observed instanceof Observed.Ended;
    }

    @Override
    public Observed observe(Law<?, ?> law, String subject, long seed) throws IOException {
        long number = NUMBERS.nextLong();
        Message question;
        try {
            question = Message.of("law", number, SentLaw.parts(law), subject, seed);
        } catch (WireException notSent) { // the check's fault, not the submission's
            throw new IllegalArgumentException(notSent.getMessage(), notSent);
        }
        Duration time = law.limit().plus(limits.load()).plus(limits.grace());
        Observed observed = ask(question, number, time);
        if (observed instanceof Observed.Hung) {
            end(); // what could not be stopped there must not disturb the next check
        }
        return observed;
    }

    @Override
    public Observed evaluate(String expression) throws IOException {
        long number = NUMBERS.nextLong();
        return ask(Message.of("value", number, expression), number, limits.load());
    }

    private synchronized Observed ask(Message question, long number, Duration time) throws IOException {
        return uninterrupted(() -> ready().ask(question, number, time));
    }

    private interface Work<T> {
        T work() throws IOException, InterruptedException;
    }

    /// To be interrupted says as little of a submission as a host that fails.
    private static <T> T uninterrupted(Work<T> work) throws IOException {
        try {
            return work.work();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the grader was interrupted");
        }
    }

    @Override
    public Verdict ask(Law<?, ?> law, String subject, long seed) throws IOException {
        return judge(law, observe(law, subject, seed), seed);
    }

    /// What `law` says, here, of what was seen there.
    static <O extends Record> Verdict judge(Law<?, O> law, Observed observed, long seed) {
        return switch (observed) {
            case Observed.Seen(Object value) -> seen(law, value, seed);
            case Observed.Threw(String what, boolean notWritten, String where) ->
                Verdict.of(law, new Observation.Threw<>(what, notWritten, where), seed);
            case Observed.Hung(String where) -> Verdict.of(law, new Observation.Hung<>(where), seed);
            case Observed.NotThere(String message) ->
                fails(law, seed, "code that compiles", "none", message, "Run your notebook from the top.");
            case Observed.Refused(Limit limit, String why) ->
                fails(law, seed, "work within its limits", "too much " + limit + ": " + why, "", "What never ends?");
            case Observed.Ended(String why) ->
                fails(law, seed, "an answer", "none", why, "Does something end the whole program?");
        };
    }

    private static <O extends Record> Verdict seen(Law<?, O> law, @Nullable Object value, long seed) {
        try {
            @SuppressWarnings("unchecked") // the law says so of itself
            Class<O> type = (Class<O>) SentLaw.observedType(law);
            return Verdict.of(law, new Observation.Seen<>(Records.of(type, value)), seed);
        } catch (WireException | RuntimeException | StackOverflowError malformed) { // what was sent makes no sense
            return fails(law, seed, "an observation", "something else", String.valueOf(malformed.getMessage()), "");
        }
    }

    private static Verdict fails(Law<?, ?> law, long seed, String expected, String got, String witness, String next) {
        Judgement judgement = new Judgement.Fails(expected, got, SIZE, next, witness);
        return new Verdict(law.name(), law.question(), judgement, seed, true);
    }

    private synchronized void end() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
