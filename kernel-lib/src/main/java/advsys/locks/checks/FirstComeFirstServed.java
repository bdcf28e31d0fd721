package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.MutexExam;
import java.time.Duration;

/// Are those who wait served in the order in which they came? For locks that promise it.
///
/// - **Guarantee** a failure is a fault of the lock. A lock without order may pass by luck, once in thousands of times.
/// - **Cost** half a second to three seconds: a visitor counts as waiting when it has waited for a while.
/// - **Source** L. Lamport, "A new solution of Dijkstra's concurrent programming problem", CACM 17(8), 1974.
///
/// @param exam visitors and time
public record FirstComeFirstServed(MutexExam exam) implements Law<Maker<Mutex>, Examined>, ByExam {
    /// Four visitors, who come one by one; before that they contend for as long as it takes to see enough.
    public FirstComeFirstServed() {
        this(new MutexExam().visitors(4).limit(Duration.ofSeconds(1)).inOrder().enough(1_000));
    }

    @Override
    public String name() {
        return "first come, first served";
    }

    @Override
    public String question() {
        return "are those who wait served in the order in which they came?";
    }

    /// On a busy host it takes a while until everyone has arrived; a lock that hangs is noticed long before.
    @Override
    public Duration limit() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Judgement judge(Examined found) {
        return Faults.judge(found, "one inside at a time");
    }
}
