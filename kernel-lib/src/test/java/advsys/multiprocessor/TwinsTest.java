package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Check;
import advsys.lab.Judgement;
import advsys.lab.Maker;
import advsys.multiprocessor.programs.Unkept;
import advsys.multiprocessor.sharing.FalseSharing;
import advsys.multiprocessor.sharing.SideBySide;
import advsys.multiprocessor.sharing.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TwinsTest {
    /// As cells of a kernel that keeps no class files.
    private static final class Forgetful extends ClassLoader {
        Forgetful() {
            super(TwinsTest.class.getClassLoader());
        }

        Class<?> define(Class<?> original) throws IOException {
            String file = original.getName().replace('.', '/') + ".class";
            try (InputStream in = original.getClassLoader().getResourceAsStream(file)) {
                byte[] code = in.readAllBytes();
                return defineClass(original.getName(), code, 0, code.length);
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            return null;
        }
    }

    private static Maker<Tally> forgotten() throws Exception {
        Class<?> cell = new Forgetful().define(Unkept.class);
        Method maker = cell.getMethod("maker");
        @SuppressWarnings("unchecked") // it says so itself
        Maker<Tally> made = (Maker<Tally>) maker.invoke(null);
        return made;
    }

    /// It would run past the machine otherwise: nothing counted, and a loop that waits would never end.
    @Test
    void make_classWithoutAClassFile_isRefused() throws Exception {
        Maker<Tally> forgotten = forgotten();
        assertThatThrownBy(() -> Multiprocessor.mesi(2).make(forgotten))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its class file is not to be had");
    }

    @Test
    void check_classWithoutAClassFile_isNotJudged() throws Exception {
        Maker<Tally> forgotten = forgotten();
        Judgement judgement = Check.that(forgotten, FalseSharing.nobodyDisturbed(Multiprocessor.mesi(8)))
                .verdicts()
                .getFirst()
                .judgement();
        assertThat(judgement).isInstanceOf(Judgement.CannotJudge.class);
    }

    @Test
    void check_wordsSideBySide_fail() {
        Check check = Check.that(
                SideBySide::new,
                FalseSharing.nothingLost(Multiprocessor.mesi(8)),
                FalseSharing.nobodyDisturbed(Multiprocessor.mesi(8)));
        assertThat(check.verdicts().getFirst().holds()).isTrue();
        assertThat(check.verdicts().getLast().fails()).isTrue();
        assertThat(check.toString()).contains("159 lines lost in 160 additions");
    }
}
