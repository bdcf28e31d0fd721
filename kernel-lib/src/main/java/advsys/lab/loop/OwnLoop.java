package advsys.lab.loop;

import advsys.lab.stop.StopWeaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Defines a class anew, so that its loops are compiled anew.
public final class OwnLoop {
    private static final MethodHandle NAMED = namedHandle();

    private static final int MOST_KEPT = 64;
    private static final Map<ByteBuffer, byte[]> KEPT =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, byte[]> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    private OwnLoop() {}

    /// A copy of `original`: a hidden class in its nest, with stop checks, and with static fields of its own. It is
    /// collected when nothing refers to it any more.
    ///
    /// @throws NotCopiedException if that cannot be done; the message is a clause that says why
    public static Class<?> copyOf(Class<?> original) throws NotCopiedException {
        byte[] nameless = nameless(classFile(original));
        try {
            return FullLookup.in(original)
                    .defineHiddenClass(nameless, true, ClassOption.NESTMATE)
                    .lookupClass();
        } catch (IllegalAccessException | LinkageError | IllegalArgumentException e) {
            throw new NotCopiedException("its class cannot be defined anew: " + e.getMessage());
        }
    }

    /// What `file` is made into depends on nothing else, so it is kept: each subject of an experiment needs
    /// it, and each point of a sweep.
    private static byte[] nameless(byte[] file) throws NotCopiedException {
        ByteBuffer key = ByteBuffer.wrap(file); // equal when its bytes are
        byte[] known = KEPT.get(key);
        if (known == null) {
            byte[] woven = new StopWeaver(StopWeaver.Entries.CALLING).weave(file);
            known = new SelfErasure(woven).erased();
            KEPT.put(key, known);
        }
        return known;
    }

    private static byte[] classFile(Class<?> original) throws NotCopiedException {
        String file = original.getName().replace('.', '/') + ".class";
        ClassLoader loader = original.getClassLoader();
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(file) : loader.getResourceAsStream(file)) {
            if (in == null) {
                throw new NotCopiedException("its class file cannot be read");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new NotCopiedException("its class file cannot be read: " + e.getMessage());
        }
    }

    /// Bootstrap method of `equals`, `hashCode` and `toString` of a copied record, which may not name its own type.
    /// Public only because copies link to it.
    public static CallSite recordMethod(
            Lookup copy, String name, MethodType type, Class<?> self, String names, MethodHandle... getters)
            throws Throwable {
        MethodType own = type.changeParameterType(0, self);
        CallSite site = (CallSite) ObjectMethods.bootstrap(copy, name, own, self, names, getters);
        MethodHandle method = site.getTarget();
        if (name.equals("toString")) {
            method = MethodHandles.filterReturnValue(method, MethodHandles.insertArguments(NAMED, 0, simpleName(self)));
        }
        return new ConstantCallSite(method.asType(type));
    }

    private static String simpleName(Class<?> copy) {
        String binary = copy.getName().substring(0, copy.getName().indexOf('/')); // "advsys.locks.Contention/0x…"
        return binary.substring(Math.max(binary.lastIndexOf('.'), binary.lastIndexOf('$')) + 1);
    }

    @SuppressWarnings("unused") // through NAMED
    private static String named(String simpleName, String text) {
        return simpleName + text.substring(text.indexOf('['));
    }

    private static MethodHandle namedHandle() {
        try {
            return MethodHandles.lookup()
                    .findStatic(
                            OwnLoop.class, "named", MethodType.methodType(String.class, String.class, String.class));
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
