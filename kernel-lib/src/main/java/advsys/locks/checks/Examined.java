package advsys.locks.checks;

import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.Finding;
import advsys.locks.exam.MutexExam;

/// What an examination on this host's cores has shown.
///
/// @param finding of the examination
/// @param cores that it had
public record Examined(Finding finding, int cores) {
    static Examined by(MutexExam exam, Maker<Mutex> lock, long seed) {
        return new Examined(exam.seed(seed).examine(lock), Runtime.getRuntime().availableProcessors());
    }
}
