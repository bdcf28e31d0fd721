package advsys.lab.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OwnLoopTest {
    /// Everything that a class may do with its own name.
    record Everything(int n, double factor, List<String> names) implements Supplier<String> {
        private static final Everything DEFAULT = new Everything(2, 0.5, List.of("a"));
        static int made;

        private record Row(int value) {}

        Everything {
            made++;
        }

        private Everything times(long much, Everything with, double more) {
            return new Everything((int) (n * much * with.n), factor * more, names);
        }

        private static int twice(Everything it) {
            return it.n * 2;
        }

        private int plus(int more) {
            return n + more;
        }

        @Override
        public String get() {
            IntSupplier capturing = () -> n + names.size();
            IntSupplier bound = this::n;
            ToIntFunction<Everything> unbound = Everything::n;
            Function<Everything, Integer> lambda = other -> other.n + n;
            ToIntFunction<Everything> ofStatic = Everything::twice;
            BiFunction<Everything, Integer, Integer> two = Everything::plus;
            Function<Integer, Row> maker = Row::new;
            Everything six = times(3L, DEFAULT, 2.0);
            Object self = this;
            String kind = switch (self) {
                case Everything(int number, double _, List<String> _) when number > 100 -> "many";
                case Everything some -> "n = " + some.n;
                default -> "no";
            };
            int loops = 0;
            for (Everything each = this; loops < 3; each = each.times(1, DEFAULT, 1)) {
                loops += each == null ? 0 : 1;
            }
            return kind + " " + capturing.getAsInt() + bound.getAsInt() + unbound.applyAsInt(this) + lambda.apply(six)
                    + ofStatic.applyAsInt(six) + two.apply(six, 1) + " " + maker.apply(7) + " " + six + " "
                    + equals(new Everything(n, factor, names)) + " " + equals(six) + " "
                    + (hashCode() == new Everything(n, factor, names).hashCode()) + loops + (this + "");
        }
    }

    @Test
    void copyOf_recordThatNamesItself_doesTheSame() throws Exception {
        Class<?> copy = OwnLoop.copyOf(Everything.class);
        assertThat(copy).isNotSameAs(Everything.class).matches(Class::isHidden);
        Constructor<?> constructor = copy.getDeclaredConstructor(int.class, double.class, List.class);
        constructor.setAccessible(true);
        Object own = constructor.newInstance(3, 1.5, List.of("x", "y"));
        String expected = new Everything(3, 1.5, List.of("x", "y")).get();
        assertThat(((Supplier<?>) own).get()).isEqualTo(expected);
        assertThat(own).hasToString("Everything[n=3, factor=1.5, names=[x, y]]");
    }

    @Test
    void copyOf_calledTwice_givesTwoClassesWithStaticsOfTheirOwn() throws Exception {
        Class<?> first = OwnLoop.copyOf(Everything.class);
        Class<?> second = OwnLoop.copyOf(Everything.class);
        Constructor<?> constructor = first.getDeclaredConstructor(int.class, double.class, List.class);
        constructor.setAccessible(true);
        constructor.newInstance(3, 1.5, List.of());
        constructor.newInstance(3, 1.5, List.of());
        assertThat(first.getDeclaredField("made").getInt(null)).isEqualTo(3); // with DEFAULT
        assertThat(second.getDeclaredField("made").getInt(null)).isEqualTo(1);
    }

    record WithInner(int n) implements Supplier<Object> {
        @Override
        public Object get() {
            return new Object() {
                @Override
                public String toString() {
                    return "inner " + n;
                }
            };
        }
    }

    @Test
    void copyOf_classKnownByItsInnerClass_saysWhy() {
        assertThatThrownBy(() -> OwnLoop.copyOf(WithInner.class))
                .isInstanceOf(NotCopiedException.class)
                .hasMessageContaining("it hands itself to");
    }

    record WithArray(int n) implements Supplier<Object> {
        @Override
        public Object get() {
            WithArray[] all = {this};
            return keep(all);
        }

        private static Object keep(WithArray[] all) {
            return all[0];
        }
    }

    @Test
    void copyOf_classWithArraysOfItself_saysWhy() {
        assertThatThrownBy(() -> OwnLoop.copyOf(WithArray.class))
                .isInstanceOf(NotCopiedException.class)
                .hasMessageContaining("array");
    }

    @Test
    void copyOf_classWithoutAFile_saysWhy() {
        assertThatThrownBy(() -> OwnLoop.copyOf(((Supplier<String>) () -> "").getClass()))
                .isInstanceOf(NotCopiedException.class)
                .hasMessageContaining("class file cannot be read");
    }

    /// As the kernel's loader of cells: defines classes from bytes that lie on no class path, and keeps them or not.
    private static final class CellLoader extends ClassLoader {
        private final byte[] bytes;
        private final boolean keeps;

        CellLoader(byte[] bytes, boolean keeps) {
            super(OwnLoopTest.class.getClassLoader());
            this.bytes = bytes;
            this.keeps = keeps;
        }

        Class<?> define() {
            return defineClass(null, bytes, 0, bytes.length);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            return keeps && name.equals("advsys/lab/loop/OwnLoopTest$Capturing.class")
                    ? new ByteArrayInputStream(bytes)
                    : null;
        }
    }

    record Capturing(int n) implements Supplier<Object> {
        @Override
        public Object get() {
            IntSupplier capturing = () -> n + 1;
            return capturing.getAsInt();
        }
    }

    private static Class<?> cell(boolean keeps) throws Exception {
        try (InputStream in = OwnLoopTest.class.getResourceAsStream("OwnLoopTest$Capturing.class")) {
            return new CellLoader(Objects.requireNonNull(in).readAllBytes(), keeps).define();
        }
    }

    @Test
    void copyOf_classOfALoaderThatKeepsBytes_isCopied() throws Exception {
        Class<?> copy = OwnLoop.copyOf(cell(true));
        Constructor<?> constructor = copy.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        assertThat(((Supplier<?>) constructor.newInstance(41)).get()).isEqualTo(42);
    }

    @Test
    void copyOf_classOfALoaderThatForgetsBytes_saysWhy() {
        assertThatThrownBy(() -> OwnLoop.copyOf(cell(false)))
                .isInstanceOf(NotCopiedException.class)
                .hasMessageContaining("class file cannot be read");
    }
}
