package advsys.multiprocessor;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Superclass;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Set;

/// Rewrites one class, so that each of its shared accesses is a step of a simulated CPU.
///
/// - **Guarantee** the woven class computes what the original computes; in front of an access stands a call of
///   [Hooks], which returns when it is this CPU's turn. The access itself stays as it was.
/// - **Cost** a few milliseconds a class.
/// - **Errors** what cannot be simulated is refused with its line.
final class Weaver {
    static final ClassDesc HOOKS = ClassDesc.of(Hooks.class.getName());
    static final ClassDesc MONITORS = ClassDesc.of(MonitorHooks.class.getName());
    static final ClassDesc THREADS = ClassDesc.of(ThreadHooks.class.getName());
    private static final ClassDesc LOCAL = ClassDesc.of(SimulatedLocal.class.getName());
    // A body that kept its flag would hold the JVM's own monitor while its CPU is switched: the others would hang.
    private static final MethodTransform WITHOUT_FLAGS =
            MethodTransform.dropping(element -> element instanceof AccessFlags);
    private static final Set<String> OF_SERIAL_FORM =
            Set.of("readObject", "writeObject", "writeReplace", "readResolve");
    private static final String SYNCHRONIZED_BODY = "simulated$";

    private final WovenLoader loader;
    private final ClassModel model;
    private final SharedFields fields;
    private final Bridges bridges;
    private final References references;

    Weaver(WovenLoader loader, ClassModel model) {
        this.loader = loader;
        this.model = model;
        this.fields = new SharedFields(loader);
        ClassDesc self = model.thisClass().asSymbol();
        boolean inInterface = model.flags().has(AccessFlag.INTERFACE);
        this.bridges = new Bridges(loader, self, inInterface);
        this.references = new References(self, inInterface);
    }

    byte[] woven() {
        ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(loader.resolver()));
        return format.build(model.thisClass().asSymbol(), builder -> {
            for (ClassElement element : model) {
                switch (element) {
                    case MethodModel method -> method(builder, method);
                    case Superclass above
                    when above.superclassEntry().asInternalName().equals("java/lang/ThreadLocal") ->
                        builder.withSuperclass(LOCAL);
                    default -> builder.with(element);
                }
            }
            references.addTo(builder); // they may need bridges
            bridges.addTo(builder);
        });
    }

    private void method(ClassBuilder builder, MethodModel method) {
        if (loader.isJdk() && OF_SERIAL_FORM.contains(method.methodName().stringValue())) {
            return; // it needs what is inside the JDK, and nobody writes simulated objects to a stream
        }
        if (method.flags().has(AccessFlag.NATIVE)) {
            throw new IllegalArgumentException(
                    "a simulated machine cannot run " + name(method) + ": it is native. Write it in Java");
        }
        if (method.code().isEmpty()) {
            builder.with(method);
            return;
        }
        CodeModel code = method.code().orElseThrow();
        MethodTransform transform = MethodTransform.transformingCode(
                new CodeWeaver(model, method, code, loader, fields, bridges, references));
        if (!method.flags().has(AccessFlag.SYNCHRONIZED)) {
            builder.transformMethod(method, transform);
            return;
        }
        String body = SYNCHRONIZED_BODY + method.methodName().stringValue();
        int flags = method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
        builder.withMethod(
                body,
                method.methodTypeSymbol(),
                (flags & ClassFile.ACC_STATIC) | ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC,
                made -> made.transform(method, WITHOUT_FLAGS.andThen(transform)));
        entrance(builder, method, body, flags);
    }

    /// A method that takes the monitor, calls the body and gives the monitor up.
    private void entrance(ClassBuilder builder, MethodModel method, String body, int flags) {
        ClassDesc self = model.thisClass().asSymbol();
        MethodTypeDesc type = method.methodTypeSymbol();
        boolean statically = (flags & ClassFile.ACC_STATIC) != 0;
        MethodTypeDesc onObject = MethodTypeDesc.of(ConstantDescs.CD_void, List.of(ConstantDescs.CD_Object));
        builder.withMethodBody(method.methodName().stringValue(), type, flags, code -> {
            Runnable monitor = () -> {
                if (statically) {
                    code.loadConstant(self);
                } else {
                    code.aload(0);
                }
            };
            monitor.run();
            code.invokestatic(MONITORS, "monitorEnter", onObject);
            code.trying(
                    block -> {
                        if (!statically) {
                            block.aload(0);
                        }
                        for (int i = 0; i < type.parameterCount(); i++) {
                            block.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
                        }
                        if (statically) {
                            block.invokestatic(self, body, type);
                        } else {
                            block.invokespecial(self, body, type);
                        }
                    },
                    catches -> catches.catchingAll(handler -> {
                        monitor.run();
                        handler.invokestatic(MONITORS, "monitorExit", onObject).athrow();
                    }));
            monitor.run();
            code.invokestatic(MONITORS, "monitorExit", onObject);
            code.return_(TypeKind.from(type.returnType()));
        });
    }

    private String name(MethodModel method) {
        return model.thisClass().asInternalName().replace('/', '.') + "."
                + method.methodName().stringValue();
    }
}
