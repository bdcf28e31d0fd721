package advsys.locks.exam;

import advsys.lab.Maker;
import advsys.lab.stop.StopError;
import advsys.locks.Mutex;
import advsys.locks.exam.Finding.Verdict;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The main part of the examination: round after round, each with a fresh lock and a fresh room.
final class Rounds {
    private static final int MOST_VISITS = 96; // of all guests together: many short rounds meet more first moments
    private static final int LEAST_ROUNDS = 40; // half of them with delays, each at another place of the code
    private static final long ROUND_NANOS = 20_000_000; // on a busy host a visit can take as long

    private final MutexExam exam;
    private final Maker<? extends Mutex> maker;
    private final Gate gate;
    private final Visitors visitors;
    private final SplittableRandom random;
    private final Optional<WovenMaker> delayed;
    private final AtomicReference<@Nullable Finding> finding = new AtomicReference<>();
    private final long deadline;

    private String subject = "lock"; // written by whoever is alone at the gate, before `round`
    private int rounds;
    private long visits;
    private volatile @Nullable Round round;

    /// @param number from 1
    /// @param guests visitors from 0 up to this number take part
    /// @param visitsEach at most, while there is time
    /// @param focus the site in the lock's code where the delays are longest
    /// @param visits made, added up as guests leave
    private record Round(
            int number, int guests, int visitsEach, long endsAt, int focus, Mutex lock, Room room, AtomicLong visits) {}

    Rounds(MutexExam exam, Maker<? extends Mutex> maker) {
        this.exam = exam;
        this.maker = maker;
        this.gate = new Gate(exam.visitors());
        this.random = new SplittableRandom(exam.seed());
        this.delayed = WovenMaker.of(maker, new DelayWeaver());
        this.deadline = System.nanoTime() + exam.limit().toNanos();
        this.visitors = new Visitors(exam.visitors(), exam.patience(), this::visitRoundAfterRound);
    }

    Finding examine() {
        visitors.run(
                () -> finding.get() != null, hung -> finding.compareAndSet(null, conclude(hung, visitors.story())));
        return Objects.requireNonNull(finding.get()).also(visitors.leftOver());
    }

    private void visitRoundAfterRound(Visitor visitor) {
        while (true) {
            gate.pass(this::prepareNext);
            Round now = round;
            if (now == null) {
                return;
            }
            if (visitor.number() < now.guests && !takePart(visitor, now)) {
                return; // never to come back to the gate: the examination is over
            }
        }
    }

    /// A visitor's part in a round; false when the lock threw.
    private boolean takePart(Visitor visitor, Round now) {
        int number = visitor.number();
        Dwell dwell = visitor.dwell(exam.seed() + 31L * now.number + number, now.focus);
        try {
            boolean plain = ((now.number >> 1) + number & 1) == 0;
            Mutex lock = plain ? now.lock : now.lock.forThisThread(); // one lock with two faces
            long seen = 0;
            int made = 0;
            dwell.outside();
            while (made < now.visitsEach && System.nanoTime() - now.endsAt < 0) {
                visitors.step(number);
                lock.lock();
                visitors.step(number);
                seen = now.room.visit(number, seen, dwell);
                visitors.step(number);
                lock.unlock();
                visitors.step(number);
                made++;
                dwell.outside();
            }
            now.visits.getAndAdd(made); // not earlier: it would order memory for the lock
            return true;
        } catch (StopError stopped) {
            throw stopped;
        } catch (Throwable thrown) { // whatever a reader's lock may throw
            finding.compareAndSet(null, conclude(Verdict.THREW, Visitors.story(number, thrown)));
            return false;
        }
    }

    /// Done by the last who arrives at the gate, while the others wait.
    private void prepareNext() {
        Round before = round;
        round = null;
        if (before != null && judge(before)) {
            return;
        }
        long now = System.nanoTime();
        if (now - deadline >= 0 || (visits >= exam.enough() && rounds >= LEAST_ROUNDS)) {
            finding.compareAndSet(null, finding(Verdict.HOLDS, ""));
            return;
        }
        try {
            boolean slowly = (rounds & 1) == 0 && delayed.isPresent(); // every second round
            Mutex lock = slowly ? delayed.get().make() : maker.make();
            int focus = slowly ? random.nextInt(1 + delayed.get().sites()) : 0;
            // Two at a time meet most closely; more show what only a queue of waiters shows.
            int guests = random.nextInt(3) > 0 ? 2 : random.nextInt(2, exam.visitors() + 1);
            int visitsEach = 1 + random.nextInt(MOST_VISITS / guests);
            subject = slowly ? delayed.get().subject() : lock.getClass().getSimpleName();
            rounds++;
            round = new Round(rounds, guests, visitsEach, now + ROUND_NANOS, focus, lock, new Room(), new AtomicLong());
        } catch (StopError stopped) {
            throw stopped;
        } catch (Throwable thrown) { // whatever a reader's constructor may throw
            finding.compareAndSet(null, finding(Verdict.THREW, "making the lock: " + thrown));
        }
    }

    /// True when the round that has ended showed a fault.
    private boolean judge(Round ended) {
        visits += ended.visits.get();
        String overlap = ended.room.overlap();
        if (overlap != null) {
            finding.compareAndSet(null, finding(Verdict.MUTUAL_EXCLUSION, overlap));
            return true;
        }
        String loss = ended.room.loss(ended.visits.get());
        if (loss != null) {
            finding.compareAndSet(null, finding(Verdict.LOST_UPDATE, loss));
            return true;
        }
        return false;
    }

    /// A finding in the middle of a round. What the room saw comes first: two who were inside together may well
    /// have brought the lock into a state in which it hangs or throws.
    private Finding conclude(Verdict verdict, String witness) {
        Round now = round;
        String overlap = now == null ? null : now.room.overlap();
        if (overlap != null) {
            return finding(Verdict.MUTUAL_EXCLUSION, overlap);
        }
        String loss = now == null ? null : now.room.lossSoFar();
        return loss == null ? finding(verdict, witness) : finding(Verdict.LOST_UPDATE, loss);
    }

    private Finding finding(Verdict verdict, String story) {
        return new Finding(subject, verdict, story, exam.seed(), rounds, visits);
    }
}
