package advsys.lab.stop;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/// The one call site behind every stop check. Public only because woven code links to it.
public final class StopCheck {
    private static final MethodType TYPE = MethodType.methodType(void.class);
    private static final MethodHandle NOTHING = MethodHandles.empty(TYPE);
    private static final MethodHandle CHECK = checkHandle();
    private static final MutableCallSite SITE = new MutableCallSite(NOTHING);

    private static int armed; // guarded by the class: how many stopped scopes still look for their threads

    private StopCheck() {}

    /// Bootstrap method of the woven `invokedynamic` instructions.
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type) {
        return SITE;
    }

    static void check() {
        Scope scope = Scope.current();
        if (scope != null && scope.stopped()) {
            throw new StopError(scope.name());
        }
    }

    /// How many stopped scopes still look for their threads.
    static synchronized int armed() {
        return armed;
    }

    static synchronized void arm() {
        if (armed++ == 0) {
            point(CHECK);
        }
    }

    static synchronized void disarm() {
        if (--armed == 0) {
            point(NOTHING);
        }
    }

    private static void point(MethodHandle target) {
        SITE.setTarget(target);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    private static MethodHandle checkHandle() {
        try {
            return MethodHandles.lookup().findStatic(StopCheck.class, "check", TYPE);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
