package advsys.locks.checks;

import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.Finding;
import advsys.locks.exam.MutexExam;
import advsys.locks.exam.Schedule;
import advsys.locks.exam.TurnSearch;
import java.util.Optional;

/// What an examination has shown: first of the lock's steps in orders by dice, which a seed repeats, and when
/// that finds nothing on this host's cores, where the memory model has its say too.
///
/// @param schedule the shortest order of steps that shows a fault, if one was found
/// @param finding of the examination on the cores, unless there was a schedule
/// @param cores that it had
public record Examined(Optional<Schedule> schedule, Optional<Finding> finding, int cores) {
    static Examined by(MutexExam exam, int locks, Maker<Mutex> lock, long seed) throws Exception {
        Optional<Schedule> schedule =
                Effort.search(locks, exam.visitors(), seed).search(lock).flatMap(TurnSearch.Seen::found);
        return schedule.isPresent() ? new Examined(schedule, Optional.empty(), 0) : by(exam, lock, seed);
    }

    static Examined by(MutexExam exam, Maker<Mutex> lock, long seed) {
        return new Examined(
                Optional.empty(),
                Optional.of(Effort.of(exam).seed(seed).examine(lock)),
                Runtime.getRuntime().availableProcessors());
    }
}
