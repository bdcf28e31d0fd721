package advsys.lab.loop;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/// A lookup with full privileges in another class, as the definition of hidden classes asks for.
///
/// Every class loader has an unnamed module of its own, so that a lookup of ours may do in a cell's class everything
/// but what needs to be in its module. To define a neighbour it is enough, and the neighbour's own lookup is in the
/// right module.
final class FullLookup {
    private static final String NEIGHBOUR = "LookupForOwnLoops";
    private static final MethodType LOOKUP = MethodType.methodType(Lookup.class);

    private FullLookup() {}

    static Lookup in(Class<?> type) throws IllegalAccessException {
        Lookup ours = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        return ours.hasFullPrivilegeAccess() ? ours : MethodHandles.privateLookupIn(type, neighbour(ours));
    }

    private static synchronized Lookup neighbour(Lookup ours) throws IllegalAccessException {
        Class<?> type = ours.lookupClass();
        String name = type.getPackageName().isEmpty() ? NEIGHBOUR : type.getPackageName() + "." + NEIGHBOUR;
        try {
            return lookupOf(Class.forName(name, true, type.getClassLoader()), ours);
        } catch (ClassNotFoundException firstTime) {
            return lookupOf(ours.defineClass(bytes(name)), ours);
        }
    }

    private static Lookup lookupOf(Class<?> neighbour, Lookup ours) throws IllegalAccessException {
        try {
            MethodHandle lookup = ours.findStatic(neighbour, "lookup", LOOKUP);
            return (Lookup) lookup.invokeExact();
        } catch (IllegalAccessException refused) {
            throw refused;
        } catch (Throwable impossible) {
            throw new LinkageError("no lookup in " + neighbour, impossible);
        }
    }

    /// A class with one method, `static Lookup lookup() { return MethodHandles.lookup(); }`.
    private static byte[] bytes(String name) {
        MethodTypeDesc type = LOOKUP.describeConstable().orElseThrow();
        return ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        builder -> builder.withMethodBody(
                                "lookup",
                                type,
                                ClassFile.ACC_STATIC,
                                code -> code.invokestatic(ClassDesc.of(MethodHandles.class.getName()), "lookup", type)
                                        .areturn()));
    }
}
