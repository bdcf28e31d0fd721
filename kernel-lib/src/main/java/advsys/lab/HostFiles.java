package advsys.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The small text files in which Linux tells about itself, below a root that a test may fake. A file that is missing,
/// forbidden or nonsense is simply not there.
record HostFiles(Path root) {
    /// The trimmed text of a file; empty when there is none.
    Optional<String> text(String path) {
        try {
            return Optional.of(Files.readString(root.resolve(path)).trim()).filter(text -> !text.isEmpty());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    List<String> lines(String path) {
        return text(path).map(text -> text.lines().toList()).orElse(List.of());
    }

    OptionalLong number(String path) {
        return text(path).map(HostFiles::parse).orElse(OptionalLong.empty());
    }

    /// "64", "48K", "32M".
    static OptionalLong parse(String text) {
        try {
            long unit = switch (text.isEmpty() ? ' ' : text.charAt(text.length() - 1)) {
                case 'K' -> 1L << 10;
                case 'M' -> 1L << 20;
                case 'G' -> 1L << 30;
                default -> 1;
            };
            String digits = unit == 1 ? text : text.substring(0, text.length() - 1);
            return OptionalLong.of(Math.multiplyExact(Long.parseLong(digits.trim()), unit));
        } catch (ArithmeticException | NumberFormatException nonsense) {
            return OptionalLong.empty();
        }
    }

    /// The entries of a folder whose name starts with `prefix` and goes on with digits, in numerical order.
    List<String> numbered(String folder, String prefix) {
        try (Stream<Path> entries = Files.list(root.resolve(folder))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(prefix)
                            && name.substring(prefix.length()).matches("\\d{1,9}"))
                    .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(prefix.length()))))
                    .map(name -> folder + "/" + name)
                    .toList();
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    /// The CPUs of a list such as "0-3,8"; empty when it is none.
    static List<Integer> cpus(String list) {
        List<Integer> cpus = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.trim().split("-", 2);
            OptionalLong first = parse(ends[0]);
            OptionalLong last = parse(ends[ends.length - 1]);
            if (first.isEmpty() || last.isEmpty() || last.getAsLong() - first.getAsLong() > 1 << 16) {
                return List.of();
            }
            for (long cpu = first.getAsLong(); cpu <= last.getAsLong(); cpu++) {
                cpus.add((int) cpu);
            }
        }
        return cpus;
    }

    boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }
}
