package advsys.lab.twin;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// Gives twins of a cell's classes a nest of their own. Their host was JShell's wrapper, which stays where it is:
/// without it a class and those nested in it would have lost sight of each other's private members, and their names.
///
/// - **Guarantee** the class that the reader declares is the host of those nested in it. It passes for a local class
///   of the wrapper: so its simple name is the reader's, and nobody asks the wrapper, which knows only the original.
/// - **Cost** a class file is read and written once.
/// - **Errors** a class that is not of a cell comes back as it is.
/// - **Source** nests and inner classes: The Java Virtual Machine Specification, 25, §5.4.4, §4.7.6 and §4.7.7.
public final class OwnNest {
    private final String name;
    private final String wrapper;
    private final String host;
    private final Set<String> twins;

    private OwnNest(String name, Matcher declared, Set<String> twins) {
        this.name = name;
        this.twins = twins;
        this.wrapper = declared.group(1);
        String inner = declared.group(2);
        int end = inner.indexOf('$');
        this.host = wrapper + "$" + (end < 0 ? inner : inner.substring(0, end));
    }

    /// The class file of `name`, which is defined anew together with `twins`.
    public static byte[] of(String name, byte[] classFile, Set<String> twins) {
        Matcher declared = CellClasses.declared(name);
        ClassModel model = ClassFile.of().parse(classFile);
        if (declared == null || model.findAttribute(Attributes.nestHost()).isEmpty()) {
            return classFile;
        }
        OwnNest nest = new OwnNest(name, declared, twins);
        return twins.contains(nest.wrapper) ? classFile : ClassFile.of().transformClass(model, nest.changes());
    }

    private ClassTransform changes() {
        return (builder, element) -> {
            switch (element) {
                case NestHostAttribute ofWrapper
                when name.equals(host) ->
                    builder.with(members())
                            .with(EnclosingMethodAttribute.of(
                                    ClassDesc.of(wrapper), Optional.empty(), Optional.empty()));
                case NestHostAttribute ofWrapper -> builder.with(NestHostAttribute.of(ClassDesc.of(host)));
                case InnerClassesAttribute inner -> builder.with(local(inner));
                default -> builder.with(element);
            }
        };
    }

    private ClassElement members() {
        return NestMembersAttribute.ofSymbols(twins.stream()
                .filter(twin -> twin.startsWith(host + "$"))
                .sorted()
                .map(ClassDesc::of)
                .toList());
    }

    private ClassElement local(InnerClassesAttribute inner) {
        List<InnerClassInfo> classes = inner.classes().stream()
                .map(each -> each.outerClass().isPresent()
                                && each.outerClass().get().asInternalName().equals(wrapper.replace('.', '/'))
                        ? InnerClassInfo.of(each.innerClass(), Optional.empty(), each.innerName(), each.flagsMask())
                        : each)
                .toList();
        return InnerClassesAttribute.of(classes);
    }
}
