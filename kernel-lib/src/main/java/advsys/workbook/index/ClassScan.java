package advsys.workbook.index;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The marked classes of a jar or a folder of classes, sorted by name: mechanisms, and their broken twins.
///
/// - **Cost** reads every class file once, some 0.3 s for a thousand; loads none.
///
/// @param mechanisms classes that carry `@Mechanism`
/// @param twins class → its twins that carry `@Broken(of = …)`
record ClassScan(List<Found> mechanisms, Map<String, List<String>> twins) {
    private static final ClassDesc MECHANISM = ClassDesc.of("advsys.lab.Mechanism");
    private static final ClassDesc BROKEN = ClassDesc.of("advsys.lab.Broken");

    /// @param type the class's name, with dots
    /// @param variant "" for the mechanism itself
    record Found(String type, String mechanism, String variant) {
        String simpleName() {
            return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        }
    }

    static ClassScan of(Path jarOrFolder) throws IOException {
        if (Files.isDirectory(jarOrFolder)) {
            return scan(jarOrFolder);
        }
        try (FileSystem jar = FileSystems.newFileSystem(jarOrFolder)) {
            return scan(jar.getPath("/"));
        }
    }

    private static ClassScan scan(Path root) throws IOException {
        List<Found> mechanisms = new ArrayList<>();
        Map<String, List<String>> twins = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
        }
        for (Path file : files) {
            ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
            String name = model.thisClass().asInternalName().replace('/', '.');
            annotation(model, MECHANISM)
                    .ifPresent(mark -> mechanisms.add(new Found(name, text(mark, "value"), text(mark, "variant"))));
            annotation(model, BROKEN)
                    .ifPresent(mark -> twins.computeIfAbsent(type(mark, "of"), of -> new ArrayList<>())
                            .add(name));
        }
        return new ClassScan(List.copyOf(mechanisms), twins);
    }

    private static Optional<Annotation> annotation(ClassModel model, ClassDesc type) {
        return model.findAttribute(Attributes.runtimeVisibleAnnotations())
                .flatMap(marks -> marks.annotations().stream()
                        .filter(mark -> mark.classSymbol().equals(type))
                        .findFirst());
    }

    private static Optional<AnnotationValue> value(Annotation mark, String element) {
        return mark.elements().stream()
                .filter(each -> each.name().equalsString(element))
                .map(AnnotationElement::value)
                .findFirst();
    }

    private static String text(Annotation mark, String element) {
        return value(mark, element)
                .map(value -> value instanceof AnnotationValue.OfString text ? text.stringValue() : "")
                .orElse("");
    }

    private static String type(Annotation mark, String element) {
        return value(mark, element)
                .map(value -> value instanceof AnnotationValue.OfClass type ? name(type.classSymbol()) : "")
                .orElse("");
    }

    private static String name(ClassDesc type) {
        return type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
    }
}
