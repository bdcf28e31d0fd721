package advsys.workbook.grading.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.reflect.AccessFlag;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// This library as the named module `advsys`: what an agent runs.
///
/// On the class path a cell's code could make every private field of the library accessible, the recorder's
/// too. A named module opens nothing, and exports what cells are to use: the lab, the chapters, and what
/// the kernel puts into cells. All of the workbook that an agent does not need is left out.
final class AgentJar {
    static final String MODULE = "advsys";
    private static final List<String> REQUIRES = List.of("jdk.jshell", "java.management");
    private static final Set<String> FOR_CELLS =
            Set.of("advsys.workbook.kernel.jshell", "advsys.workbook.kernel.jshell.load");
    private static final List<String> LEFT_OUT = List.of(
            "advsys/workbook/cli/",
            "advsys/workbook/index/",
            "advsys/workbook/jjava/",
            "advsys/workbook/kernel/wire/",
            "advsys/workbook/rerun/");
    private static final String GRADING = "advsys/workbook/grading/"; // nothing of it but what an agent is made of
    private static final List<String> GRADING_TAKEN =
            List.of("sandbox/wire/", "sandbox/agent/", "sandbox/SentLaw.class");
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2000, 1, 1, 0, 0); // the same bytes at each build

    private final Map<String, byte[]> files = new TreeMap<>();

    private AgentJar() {}

    /// The classes of this library, from its jar or its folder.
    static AgentJar ofThisLibrary() throws IOException {
        Path home = library();
        AgentJar jar = new AgentJar();
        if (Files.isDirectory(home)) {
            jar.add(home);
        } else {
            jar.addJar(home);
        }
        return jar;
    }

    private static Path library() throws IOException {
        try {
            return Path.of(AgentJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException malformed) {
            throw new IOException(malformed);
        }
    }

    /// A name like [#key]'s that needs no class to be read, by the date of this library's jar; none for a folder.
    ///
    /// @param more what else it depends on
    static Optional<String> quickKey(List<String> more) throws IOException {
        Path home = library();
        if (!Files.isRegularFile(home)) {
            return Optional.empty();
        }
        MessageDigest digest = digest(more);
        String file = home.toRealPath() + " " + Files.size(home) + " "
                + Files.getLastModifiedTime(home).to(TimeUnit.NANOSECONDS);
        return Optional.of(HexFormat.of().formatHex(digest.digest(file.getBytes(StandardCharsets.UTF_8)), 0, 12));
    }

    private static MessageDigest digest(List<String> more) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((System.getProperty("java.vm.version") + more).getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(Path home) throws IOException {
        try (Stream<Path> walk = Files.walk(home.resolve(MODULE))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString().replace('\\', '/');
                if (isTaken(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void addJar(Path home) throws IOException {
        try (JarFile library = new JarFile(home.toFile())) {
            for (JarEntry entry : Collections.list(library.entries())) {
                if (entry.getName().startsWith(MODULE + "/") && !entry.isDirectory() && isTaken(entry.getName())) {
                    try (InputStream in = library.getInputStream(entry)) {
                        files.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static boolean isTaken(String name) {
        if (name.startsWith(GRADING)) {
            return GRADING_TAKEN.stream().anyMatch(name.substring(GRADING.length())::startsWith);
        }
        return LEFT_OUT.stream().noneMatch(name::startsWith) && !name.endsWith("package-info.class");
    }

    /// A name for exactly these classes, run by this JDK.
    ///
    /// @param more what else it depends on
    String key(List<String> more) {
        MessageDigest digest = digest(more);
        files.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    /// Writes the jar, with the same date each time: a start-up cache is for a jar of one date only.
    void write(Path file) throws IOException {
        writeEntries(file);
        date(file);
    }

    /// Gives a copy of the jar its date.
    static void date(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.toInstant(ZoneOffset.UTC)));
    }

    private void writeEntries(Path file) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            out.setLevel(0); // read at each start, never sent
            put(out, "module-info.class", moduleInfo());
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LONG_AGO);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private byte[] moduleInfo() {
        Set<String> packages = new TreeSet<>();
        for (String name : files.keySet()) {
            if (name.endsWith(".class")) {
                packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
            }
        }
        ModuleAttribute module = ModuleAttribute.of(ModuleDesc.of(MODULE), builder -> {
            @Nullable String noVersion = null;
            builder.requires(ModuleDesc.of("java.base"), List.of(AccessFlag.MANDATED), noVersion);
            REQUIRES.forEach(each -> builder.requires(ModuleDesc.of(each), List.of(), noVersion));
            packages.stream()
                    .filter(each -> !each.startsWith("advsys.workbook") || FOR_CELLS.contains(each))
                    .forEach(each -> builder.exports(PackageDesc.of(each), List.of()));
        });
        ModulePackagesAttribute all = ModulePackagesAttribute.ofNames(
                packages.stream().map(PackageDesc::of).toList());
        return ClassFile.of().buildModule(module, classFile -> classFile.with(all));
    }
}
