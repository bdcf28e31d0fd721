package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.stop.StopWeaver;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Classes as the kernel has a cell's: in the package REPL, with stop checks, or a lock that hangs would spin for ever,
/// and with class files to be had.
final class CompiledCells extends ClassLoader {
    private final Path folder;

    /// Compiles all of them at once.
    ///
    /// @param sources by the name of their wrapper
    CompiledCells(Path folder, Map<String, String> sources) throws IOException {
        super(CompiledCells.class.getClassLoader());
        this.folder = folder;
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> each : sources.entrySet()) {
            Path file = folder.resolve(each.getKey() + ".java");
            files.add(Files.writeString(file, each.getValue()));
        }
        StringWriter problems = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
            boolean compiled = compiler.getTask(
                            problems, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(problems.toString()).isTrue();
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] code = new StopWeaver(StopWeaver.Entries.RECURSIVE)
                    .weave(Files.readAllBytes(folder.resolve(name.replace('.', '/') + ".class")));
            return defineClass(name, code, 0, code.length);
        } catch (IOException missing) {
            throw new ClassNotFoundException(name, missing);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
