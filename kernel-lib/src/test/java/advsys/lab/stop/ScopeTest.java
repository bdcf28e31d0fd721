package advsys.lab.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ScopeTest {
    /// Two loops that run until their scope is stopped, or until they are told.
    static final class Loop {
        static volatile boolean enough;
        static volatile long turns;

        private Loop() {}

        static void run() {
            while (!enough) {
                turns++;
            }
        }
    }

    @Test
    void current_inAThread_isTheScopeOfTheThreadThatStartedIt() throws Exception {
        AtomicReference<@Nullable Scope> seen = new AtomicReference<>();
        try (Scope cell = Scope.root("cell 4")) {
            cell.call(() -> {
                Thread child = Thread.ofPlatform().start(() -> seen.set(Scope.current()));
                child.join();
                return null;
            });
            assertThat(seen.get()).isSameAs(cell);
        }
        assertThat(Scope.current()).isNull();
    }

    @Test
    void stop_scopeAround_stopsTheScopeWithin() throws Exception {
        try (Scope cell = Scope.root("cell 4")) {
            Scope trial = cell.call(() -> Scope.open("trial 1"));
            assertThat(trial.stopped()).isFalse();
            cell.stop();
            assertThat(trial.stopped()).isTrue();
            assertThat(trial).hasToString("cell 4 / trial 1");
            trial.close();
        }
    }

    @Test
    void stop_scopeWithin_leavesTheScopeAroundAlone() throws Exception {
        try (Scope cell = Scope.root("cell 4")) {
            try (Scope trial = cell.call(() -> Scope.open("trial 1"))) {
                trial.stop();
            }
            assertThat(cell.stopped()).isFalse();
        }
    }

    @Test
    void stop_oneOfTwoScopes_theOtherRunsOn() throws Exception {
        Class<?> first = Woven.copy(Loop.class, StopWeaver.Entries.CALLING);
        Class<?> second = Woven.copy(Loop.class, StopWeaver.Entries.CALLING);
        try (Scope stopped = Scope.root("stopped");
                Scope running = Scope.root("running")) {
            Thread a = start(stopped, first);
            Thread b = start(running, second);
            stopped.stop();
            assertThat(a.join(java.time.Duration.ofSeconds(10))).isTrue();
            long before = field(second, "turns").getLong(null);
            Thread.sleep(20);
            assertThat(b.isAlive()).isTrue();
            assertThat(field(second, "turns").getLong(null)).isGreaterThan(before);
            running.stop();
            assertThat(b.join(java.time.Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void stop_afterClose_armsNothing() {
        int others = StopCheck.armed(); // a thread of another test may still be looked for
        Scope late = Scope.root("late");
        late.close();
        late.stop();
        assertThat(late.stopped()).isTrue();
        assertThat(StopCheck.armed())
                .as("no check looks for the threads of a closed scope")
                .isLessThanOrEqualTo(others);
    }

    @Test
    void call_bodyThrows_restoresTheScopeBefore() throws Exception {
        try (Scope cell = Scope.root("cell 4")) {
            assertThatThrownBy(() -> cell.call(() -> {
                        throw new java.io.IOException("no");
                    }))
                    .isInstanceOf(java.io.IOException.class);
            assertThat(Scope.current()).isNull();
        }
    }

    private static Field field(Class<?> loop, String name) throws NoSuchFieldException {
        Field field = loop.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Thread start(Scope scope, Class<?> loop) throws Exception {
        Method run = loop.getDeclaredMethod("run");
        run.setAccessible(true);
        CountDownLatch started = new CountDownLatch(1);
        Thread thread = scope.call(() -> Thread.ofPlatform().daemon().start(() -> {
            started.countDown();
            try {
                run.invoke(null);
            } catch (ReflectiveOperationException stopped) {
                assertThat(stopped).hasRootCauseInstanceOf(StopError.class);
            }
        }));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        return thread;
    }
}
