package advsys.lab.stop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A step of the build: weaves stop checks into the chapters' classes below a folder of class files. The lab and the
/// workbook stay as they are: their loops poll [advsys.lab.Cancel].
public final class WeaveClasses {
    private static final Path ROOT = Path.of("advsys");
    private static final List<Path> LEFT_ALONE = List.of(ROOT.resolve("lab"), ROOT.resolve("workbook"));

    private WeaveClasses() {}

    /// Weaves every class file below the folder that is the one argument.
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        StopWeaver weaver = new StopWeaver(StopWeaver.Entries.RECURSIVE);
        List<Path> files;
        try (Stream<Path> found = Files.walk(classes.resolve(ROOT))) {
            files = found.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> LEFT_ALONE.stream()
                            .noneMatch(left -> classes.relativize(file).startsWith(left)))
                    .toList();
        }
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            byte[] after = weaver.weave(before);
            if (!Arrays.equals(after, before)) {
                Files.write(file, after);
            }
        }
    }
}
