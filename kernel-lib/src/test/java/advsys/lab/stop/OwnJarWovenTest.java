package advsys.lab.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Weaves every class of the library, also those that the build leaves alone, and lets the JVM verify them.
final class OwnJarWovenTest {
    @Test
    void weave_everyClassOfTheLibrary_isAcceptedByTheJvm() throws Exception {
        Path root = Path.of(StopWeaver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ClassLoader woven = new WovenFolder(root, getClass().getClassLoader());
        int linked = 0;
        for (String name : names(root)) {
            Class<?> type = Class.forName(name, false, woven);
            if (type.getClassLoader() == woven) {
                type.getDeclaredMethods(); // links the class, which verifies it
                linked++;
            }
        }
        assertThat(linked).isGreaterThan(30);
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.startsWith("advsys") && file.endsWith(".class"))
                    .filter(file -> !file.contains("package-info"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .sorted()
                    .toList();
        }
    }

    /// Child first for the library's classes; the stop checks themselves stay the parent's.
    private static final class WovenFolder extends ClassLoader {
        private final Path root;
        private final StopWeaver weaver = new StopWeaver(StopWeaver.Entries.CALLING);

        WovenFolder(Path root, ClassLoader parent) {
            super(parent);
            this.root = root;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Path file = root.resolve(name.replace('.', '/') + ".class");
            if (!name.startsWith("advsys.") || name.startsWith("advsys.lab.stop.") || !Files.exists(file)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                try {
                    byte[] original = Files.readAllBytes(file);
                    byte[] woven = weaver.weave(original);
                    assertThat(ClassFile.of().parse(woven).methods())
                            .hasSameSizeAs(ClassFile.of().parse(original).methods());
                    return defineClass(name, woven, 0, woven.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
    }
}
