package advsys.locks.exam;

import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The fields that do not change once an object is made, inherited ones too: to read them is no access to what
/// threads share.
final class FinalFields {
    private final Map<String, Set<String>> byClass = new HashMap<>();

    /// To be called of a superclass first.
    synchronized void add(ClassModel model) {
        Set<String> names = new HashSet<>(model.superclass()
                .map(above -> byClass.getOrDefault(above.asInternalName(), Set.of()))
                .orElse(Set.of()));
        model.fields().forEach(field -> {
            String name = field.fieldName().stringValue();
            if (field.flags().has(AccessFlag.FINAL)) {
                names.add(name);
            } else {
                names.remove(name);
            }
        });
        byClass.put(model.thisClass().asInternalName(), names);
    }

    synchronized boolean has(FieldInstruction field) {
        return byClass.getOrDefault(field.owner().asInternalName(), Set.of())
                .contains(field.name().stringValue());
    }
}
