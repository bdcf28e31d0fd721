package advsys.workbook.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the kernel that Jupyter starts out of what the build made:
/// `java -cp … Install --root REPOSITORY --prefix PYTHON_ENVIRONMENT [--no-train | --train-only | --check]`.
///
/// A new version never touches a running one: see [KernelStore]. Restarting a kernel picks the new version up, from
/// the moment that the launch file is written; the start-up cache may follow later.
public final class Install {
    private static final String USAGE =
            "usage: Install --root REPOSITORY --prefix PYTHON_ENVIRONMENT [--no-train | --train-only | --check]";

    private final KernelStore store;
    private final KernelSpecification specification;

    private Install(Path root, Path prefix) {
        store = new KernelStore(root);
        specification = new KernelSpecification(prefix, store.launchFile());
    }

    /// Exits with 0 when a kernel can be started (`--check`: and is the latest, and its cache is there).
    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(run(List.of(arguments)) ? 0 : 1);
        } catch (IOException failed) {
            System.err.println("kernel: " + reason(failed));
            System.exit(1);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    static boolean run(List<String> arguments) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(arguments);
        Path root = folder(rest, "--root");
        Path prefix = folder(rest, "--prefix");
        if (rest.size() > 1) {
            throw new IllegalArgumentException("what is " + rest.get(1) + "?");
        }
        Install install = new Install(root, prefix);
        return switch (rest.isEmpty() ? "" : rest.getFirst()) {
            case "" -> {
                install.install();
                install.train();
                yield true;
            }
            case "--no-train" -> {
                install.install();
                yield true;
            }
            case "--train-only" -> {
                install.train();
                yield true;
            }
            case "--check" -> install.check();
            default -> throw new IllegalArgumentException("what is " + rest.getFirst() + "?");
        };
    }

    private static Path folder(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        if (at < 0 || at == arguments.size() - 1) {
            throw new IllegalArgumentException(option + " is missing");
        }
        arguments.remove(at);
        return Path.of(arguments.remove(at)).toAbsolutePath().normalize();
    }

    private void install() throws IOException {
        KernelStore.Version version = store.add();
        boolean launches = new LaunchFile(store.launchFile()).write(store, version);
        boolean named = specification.write();
        if (launches || named) {
            System.out.println("kernel: version " + version.id() + " is what a kernel starts with now");
        }
        store.removeUnused(version);
    }

    private void train() throws IOException, InterruptedException {
        Optional<KernelStore.Version> version = new LaunchFile(store.launchFile()).version(store);
        if (version.isEmpty()) {
            throw new IOException("nothing is installed to be trained: run ./workbook build");
        }
        new StartUpCache(store, version.get()).train();
    }

    private boolean check() throws IOException {
        Optional<KernelStore.Version> installed = new LaunchFile(store.launchFile()).version(store);
        boolean there = installed.isPresent() && specification.isCurrent();
        boolean latest = there && installed.get().id().equals(store.currentId());
        boolean cached = installed.isPresent() && Files.exists(installed.get().cache());
        System.out.println(
                !there
                        ? "kernel missing: run ./workbook build"
                        : latest
                                ? "kernel ok: version " + installed.get().id()
                                : "kernel stale: the library was built since, run ./workbook build");
        System.out.println(
                cached ? "cache ok: kernels start fast" : "cache missing: kernels start slowly, run ./workbook build");
        return latest && cached;
    }

    private static String reason(IOException failed) {
        String message = failed.getMessage();
        String plain = message == null ? "" : message;
        // the JDK's file exceptions have only the file as their message
        return failed.getClass() == IOException.class
                ? plain
                : failed.getClass().getSimpleName() + ": " + plain;
    }
}
