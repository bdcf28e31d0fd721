package advsys.workbook.kernel.jshell.magic;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/// `%classpath target/classes`: folders and jars for the class path.
final class ClassPath implements Magic {
    @Override
    public String usage() {
        return "%classpath PATH…      adds folders of class files, or jars, to the class path";
    }

    @Override
    @SuppressWarnings("OrphanedFormatString") // the name of a magic
    public void run(String arguments, Host host) throws MagicException {
        List<String> words = Paths.words(arguments);
        if (words.isEmpty()) {
            throw new MagicException("%classpath needs a path, such as  %classpath target/classes");
        }
        for (String word : words) {
            for (String entry : word.split(File.pathSeparator, 0)) {
                for (Path path : Paths.matching(entry)) {
                    host.addToClassPath(path.toAbsolutePath());
                }
            }
        }
    }
}
