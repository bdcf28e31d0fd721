package advsys.workbook.grading;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one student has handed in, as bytes.
///
/// - **Guarantee** links are not followed, and nothing outside the folder is read, whatever names are in it. What
///   is no notebook is left alone. What cannot be read is a remark.
///
/// @param student the name of the folder, or of the file without its ending
/// @param files notebooks by their path in the folder
/// @param remarks on what was not read
record Handed(String student, Map<String, byte[]> files, List<String> remarks) {
    private static final String ENDING = ".ipynb";
    private static final long LARGEST = 64L << 20; // bytes
    private static final int MOST = 200; // notebooks of one student
    private static final int DEEPEST = 12; // folders

    Handed {
        files = new TreeMap<>(files);
        remarks = List.copyOf(remarks);
    }

    /// The students of `folder`: a folder each, or a notebook each. Sorted by name.
    ///
    /// @throws IOException if `folder` cannot be read
    static List<Path> students(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(each -> !each.getFileName().toString().startsWith("."))
                    .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                            || Files.isSymbolicLink(each)
                            || each.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    /// Reads what `entry` of [#students] holds.
    static Handed read(Path entry) {
        Map<String, byte[]> files = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            walk(entry, files, remarks);
            return new Handed(name, files, remarks);
        }
        read(entry, name, files, remarks);
        return new Handed(
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name, files, remarks);
    }

    private static void walk(Path folder, Map<String, byte[]> files, List<String> remarks) {
        try {
            Files.walkFileTree(folder, java.util.Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    return each.getFileName().toString().equals(".ipynb_checkpoints")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (name.endsWith(ENDING)) {
                        if (files.size() == MOST) {
                            remarks.add("more than " + MOST + " notebooks: the rest was not read");
                            return FileVisitResult.TERMINATE;
                        }
                        read(file, name, files, remarks);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    remarks.add(file.getFileName() + " could not be read");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException problem) {
            remarks.add("the folder could not be read to its end: " + problem.getMessage());
        }
    }

    private static void read(Path file, String name, Map<String, byte[]> files, List<String> remarks) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                remarks.add(name + " is a link or no plain file, and was not read");
            } else if (attributes.size() > LARGEST) {
                remarks.add(name + " is larger than 64 MiB, and was not read");
            } else {
                files.put(name, Files.readAllBytes(file));
            }
        } catch (IOException problem) {
            remarks.add(name + " could not be read");
        }
    }
}
