package advsys.workbook.grading;

import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.lab.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Runs code in this very JVM: for code that one trusts, such as one's own and the assignment's.
final class InProcess implements Asker {
    private final Map<List<String>, Program> programs = new HashMap<>(); // to compile takes longer than most checks

    @Override
    public List<Verdict> ask(Work work) {
        Map<Question.Asked, Verdict> verdicts = new HashMap<>();
        for (List<Question.Asked> asked : work.checks().stream()
                .collect(Collectors.groupingBy(Question.Asked::subject))
                .values()) {
            List<Verdict> said = ask(
                    new Work(work.cells(), asked, work.seed()), asked.getFirst().subject());
            for (int i = 0; i < asked.size(); i++) {
                verdicts.put(asked.get(i), said.get(i));
            }
        }
        return work.checks().stream().map(verdicts::get).toList();
    }

    private List<Verdict> ask(Work work, String subject) {
        List<String> cells = new ArrayList<>(work.cells());
        cells.add("(advsys.lab.Maker<?>) " + subject + "::new");
        Program program =
                programs.computeIfAbsent(cells, all -> Program.compile(all, System.getProperty("java.class.path")));
        if (!program.problem().isEmpty()) {
            return Asker.never(work, program.problem());
        }
        Object maker;
        try {
            maker = Objects.requireNonNull(new LoadedProgram(program, InProcess.class.getClassLoader()).run());
        } catch (Exception | LinkageError thrown) {
            return Asker.never(work, thrown.toString());
        }
        List<Verdict> all = new ArrayList<>();
        boolean ended = false;
        for (Question.Asked asked : work.checks()) {
            Verdict one =
                    ended ? Asker.notAsked(asked.law(), work.seed()) : ask(asked.law(), (Maker<?>) maker, work.seed());
            all.add(one);
            ended |= one.stopped();
        }
        return all;
    }

    @SuppressWarnings("unchecked") // whatever cannot be asked of a maker throws, and that is a verdict
    private static <S> Verdict ask(Law<S, ?> law, Maker<?> maker, long seed) {
        return Verdict.of(law, (S) maker, seed);
    }

    @Override
    public String description() {
        return "in the grader's own process, without a sandbox";
    }

    @Override
    public void close() {}
}
