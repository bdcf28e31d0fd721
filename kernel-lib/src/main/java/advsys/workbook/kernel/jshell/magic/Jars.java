package advsys.workbook.kernel.jshell.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `%jars lib/*.jar`: jars for the class path.
final class Jars implements Magic {
    @Override
    public String usage() {
        return "%jars GLOB…           adds jars to the class path";
    }

    @Override
    public void run(String arguments, Host host) throws MagicException {
        List<String> globs = Paths.words(arguments);
        if (globs.isEmpty()) {
            throw new MagicException("%jars needs a path, such as  %jars lib/*.jar");
        }
        int count = 0;
        for (String glob : globs) {
            for (Path jar : Paths.matching(glob)) {
                if (!Files.isRegularFile(jar)) {
                    throw new MagicException(jar + " is no file; for a folder of class files use %classpath");
                }
                host.addToClassPath(jar.toAbsolutePath());
                count++;
            }
        }
        host.print(count + (count == 1 ? " jar is" : " jars are") + " on the class path now\n");
    }
}
