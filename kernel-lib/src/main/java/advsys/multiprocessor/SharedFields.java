package advsys.multiprocessor;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import org.jspecify.annotations.Nullable;

/// Which fields are memory that CPUs may share: those of the woven classes that are not final.
final class SharedFields {
    private final WovenLoader loader;

    SharedFields(WovenLoader loader) {
        this.loader = loader;
    }

    boolean contains(FieldInstruction access) {
        FieldModel field = find(access);
        return field != null && !field.flags().has(AccessFlag.FINAL);
    }

    /// True for one whose accesses order others.
    boolean isVolatile(FieldInstruction access) {
        FieldModel field = find(access);
        return field != null && field.flags().has(AccessFlag.VOLATILE);
    }

    private @Nullable FieldModel find(FieldInstruction access) {
        String owner = access.owner().asInternalName().replace('/', '.');
        String name = access.name().stringValue();
        while (loader.isTwin(owner)) {
            ClassModel model = loader.model(owner);
            if (model == null) {
                return null;
            }
            for (FieldModel field : model.fields()) {
                if (field.fieldName().equalsString(name)) {
                    return field;
                }
            }
            if (model.superclass().isEmpty()) {
                return null;
            }
            owner = model.superclass().orElseThrow().asInternalName().replace('/', '.');
        }
        return null;
    }
}
