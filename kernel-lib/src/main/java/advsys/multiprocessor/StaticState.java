package advsys.multiprocessor;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether a class keeps something in its static fields that may change: then each run needs a class of its own.
final class StaticState {
    /// What begins so never changes, or is known to belong to a simulated thread.
    private static final List<String> CONSTANT = List.of(
            "Ljava/lang/String;",
            "Ljava/lang/Class;",
            "Ljava/lang/Integer;",
            "Ljava/lang/Long;",
            "Ljava/lang/Double;",
            "Ljava/lang/Boolean;",
            "Ljava/lang/invoke/",
            "Ljava/lang/ThreadLocal;",
            "Ljava/time/",
            "Ljava/util/function/",
            "Ljava/util/concurrent/TimeUnit;",
            "Ljava/util/concurrent/atomic/AtomicIntegerFieldUpdater;",
            "Ljava/util/concurrent/atomic/AtomicLongFieldUpdater;",
            "Ljava/util/concurrent/atomic/AtomicReferenceFieldUpdater;");

    private final WovenLoader loader;
    private final Set<String> seen = new HashSet<>();

    StaticState(WovenLoader loader) {
        this.loader = loader;
    }

    boolean isIn(ClassModel model) {
        return model.fields().stream()
                .anyMatch(field -> field.flags().has(AccessFlag.STATIC)
                        && !field.flags().has(AccessFlag.SYNTHETIC)
                        && mayChange(field));
    }

    private boolean mayChange(FieldModel field) {
        String type = field.fieldType().stringValue();
        return !field.flags().has(AccessFlag.FINAL) || (type.length() > 1 && !isConstant(type));
    }

    private boolean isConstant(String type) {
        if (CONSTANT.stream().anyMatch(type::startsWith)) {
            return true;
        }
        String name =
                type.startsWith("L") ? type.substring(1, type.length() - 1).replace('/', '.') : "";
        ClassModel model = loader.isTwin(name) ? loader.model(name) : null;
        if (model == null || TakenOver.isName(name)) { // a type of the scenario's is no part of the subject
            return !type.startsWith("[") && !type.startsWith("Ljava/") && model == null;
        }
        return !seen.add(name)
                || model.fields().stream()
                        .noneMatch(field -> !field.flags().has(AccessFlag.STATIC) && mayChange(field));
    }
}
