package advsys.lab.loop;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassFile.ShortJumpsOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/// Rewrites a class file so that it can be defined as a hidden class, whatever it is called.
///
/// A hidden class has no name that a descriptor could use: a method `(Contention) → Row`, a lambda that captures
/// `this`, the `equals` of a record, all name the original class, and the verifier refuses them. Class entries of the
/// constant pool are different: the one entry for the class itself stands for the hidden class. So every descriptor
/// says `Object` where it said the class's own name, and a cast through that one entry follows wherever a value comes
/// out of a descriptor: parameters, results, fields. The casts cost nothing in compiled code.
final class SelfErasure {
    // The compiler's stack map frames hold class entries, not descriptors: they stay true, and move with their labels.
    private static final ClassFile FORMAT = ClassFile.of(
            StackMapsOption.DROP_STACK_MAPS, ShortJumpsOption.FAIL_ON_SHORT_JUMPS, DebugElementsOption.DROP_DEBUG);

    private final ClassModel model;
    private final Descriptors descriptors;
    private final Set<String> members = new HashSet<>();

    SelfErasure(byte[] classFile) {
        this.model = FORMAT.parse(classFile);
        this.descriptors = new Descriptors(model.thisClass().asSymbol());
    }

    /// The class file without its own name in any descriptor.
    byte[] erased() throws NotCopiedException {
        SelfLambdas lambdas = new SelfLambdas(descriptors);
        try {
            return FORMAT.transformClass(model, new ClassTransform() {
                @Override
                public void accept(ClassBuilder builder, ClassElement element) {
                    switch (element) {
                        case MethodModel method -> method(builder, method, lambdas);
                        case FieldModel field -> field(builder, field);
                        // they name the class as its neighbours know it, which no copy is
                        case NestHostAttribute _, NestMembersAttribute _, InnerClassesAttribute _ -> {}
                        case EnclosingMethodAttribute _, RecordAttribute _, SignatureAttribute _ -> {}
                        default -> builder.with(element);
                    }
                }

                @Override
                public void atEnd(ClassBuilder builder) {
                    lambdas.addBridges(builder);
                }
            });
        } catch (Descriptors.NamedByOthers e) {
            throw new NotCopiedException(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new NotCopiedException("its class file cannot be rewritten: " + e.getMessage());
        }
    }

    private void field(ClassBuilder builder, FieldModel field) {
        builder.withField(field.fieldName().stringValue(), descriptors.erase(field.fieldTypeSymbol()), copy -> {
            copy.withFlags(field.flags().flagsMask());
            field.findAttribute(Attributes.constantValue()).ifPresent(copy::with);
        });
    }

    private void method(ClassBuilder builder, MethodModel method, SelfLambdas lambdas) {
        String name = method.methodName().stringValue();
        MethodTypeDesc before = method.methodTypeSymbol();
        MethodTypeDesc after = descriptors.erase(before);
        if (!members.add(name + after.descriptorString())) {
            throw new Descriptors.NamedByOthers("two of its methods `" + name + "` differ only in naming it");
        }
        boolean isStatic = (method.flags().flagsMask() & ClassFile.ACC_STATIC) != 0;
        builder.withMethod(name, after, method.flags().flagsMask(), copy -> {
            CodeModel code = method.code().orElse(null);
            if (code != null) {
                copy.transformCode(
                        code, new SelfErasureInCode((CodeAttribute) code, descriptors, lambdas, before, isStatic));
            }
        });
    }
}
