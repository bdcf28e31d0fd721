package advsys.locks.checks;

import advsys.lab.Trace;
import advsys.locks.exam.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A schedule as a trace to step through: after each step, what each thread did last.
final class Lanes {
    /// What a thread has done last.
    ///
    /// @param thread its name
    /// @param did last
    public record Last(String thread, String did) {}

    private Lanes() {}

    static Trace of(Schedule schedule) {
        Map<String, Last> last = new LinkedHashMap<>();
        schedule.steps().stream()
                .mapToInt(Schedule.Step::thread)
                .distinct()
                .sorted()
                .forEach(thread -> last.put(name(thread), new Last(name(thread), "")));
        List<Trace.Step> steps = new ArrayList<>();
        for (Schedule.Step step : schedule.steps()) {
            String thread = name(step.thread());
            last.put(thread, new Last(thread, step.event()));
            steps.add(new Trace.Step(steps.size() + 1, thread, "", step.event(), List.copyOf(last.values())));
        }
        return Trace.of("the lock's steps, seed " + schedule.seed(), steps);
    }

    private static String name(int thread) {
        return "thread " + thread;
    }
}
