package advsys.lab.twin;

import static org.assertj.core.api.Assertions.assertThat;

import REPL.CellParts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellClassesTest {
    private static final String CELL = CellParts.class.getName() + "$";

    /// Defines them anew as they are, but for their nest.
    private static final class Twins extends ClassLoader {
        private final Set<String> names;

        Twins(Class<?> type) {
            super(type.getClassLoader());
            names = CellClasses.of(type);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null || !names.contains(name)) {
                return known != null ? known : super.loadClass(name, resolve);
            }
            byte[] file = OwnNest.of(name, CellClasses.bytes(getParent(), name), names);
            return defineClass(name, file, 0, file.length);
        }
    }

    @Test
    void of_classWithPartsInCells_bringsThemAlong() {
        assertThat(CellClasses.of(CellParts.Patient.class))
                .containsExactlyInAnyOrder(CELL + "Patient", CELL + "Joining", CELL + "Place");
    }

    @Test
    void of_classThatShowsItsPartsToAVariable_comesAlone() {
        assertThat(CellClasses.of(CellParts.Showing.class)).containsExactly(CELL + "Showing");
    }

    @Test
    void of_classOfTheLibrary_hasNoParts() {
        assertThat(CellClasses.of(CellClasses.class)).isEmpty();
    }

    @Test
    void ownNest_classAndWhatIsNestedInIt_seeEachOthersPrivateMembers() throws Exception {
        Class<?> twin = new Twins(CellParts.Secretive.class).loadClass(CELL + "Secretive");
        Object lock = twin.getDeclaredConstructor().newInstance();
        twin.getMethod("lock").invoke(lock);
        twin.getMethod("unlock").invoke(lock);
        assertThat(twin).isNotEqualTo(CellParts.Secretive.class);
    }

    @Test
    void ownNest_twin_hasTheNameThatTheReaderGave() throws Exception {
        Twins twins = new Twins(CellParts.Secretive.class);
        assertThat(twins.loadClass(CELL + "Secretive").getSimpleName()).isEqualTo("Secretive");
        assertThat(twins.loadClass(CELL + "Secretive$Word").getSimpleName()).isEqualTo("Word");
        assertThat(new Twins(CellParts.Patient.class).loadClass(CELL + "Place").getSimpleName())
                .isEqualTo("Place");
    }
}
