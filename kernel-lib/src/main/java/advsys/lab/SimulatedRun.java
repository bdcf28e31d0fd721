package advsys.lab;

import java.util.ArrayList;
import java.util.List;

/// One piece of work of a [Crew] on [SimulatedCpus].
final class SimulatedRun {
    private SimulatedRun() {}

    static Crew.Work work(SimulatedCpus cpus, int size, long windowNanos, long goal, long seed, Crew.Body body)
            throws Exception {
        List<Worker> workers = new ArrayList<>();
        List<SimulatedCpus.Task> tasks = new ArrayList<>();
        long[] ends = new long[size];
        for (int number = 0; number < size; number++) {
            Worker worker = new Worker(number, new Shift(), goal, seed, new SimulatedShift(cpus, windowNanos));
            int at = number;
            workers.add(worker);
            tasks.add(() -> {
                worker.begin();
                body.run(worker);
                ends[at] = cpus.nanos();
            });
        }
        cpus.run(tasks);
        long last = 1;
        for (long end : ends) {
            last = Math.max(last, end);
        }
        List<Long> rounds = workers.stream().map(Worker::done).toList();
        Crew.Work work = new Crew.Work(windowNanos == Long.MAX_VALUE ? last : windowNanos, rounds, 1);
        cpus.ended(work);
        return work;
    }
}
