package advsys.lab.loop;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Descriptors with `Object` in place of one class.
final class Descriptors {
    /// Another class knows this one by its name: no copy can take the original's place there.
    static final class NamedByOthers extends RuntimeException {
        private static final long serialVersionUID = 1;

        NamedByOthers(String reason) {
            super(reason, null, false, false);
        }
    }

    private final ClassDesc self;

    Descriptors(ClassDesc self) {
        this.self = self;
    }

    ClassDesc self() {
        return self;
    }

    boolean isSelf(ClassDesc type) {
        return type.equals(self);
    }

    boolean names(MethodTypeDesc type) {
        return isSelf(type.returnType()) || type.parameterList().contains(self);
    }

    ClassDesc erase(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        if (!element.equals(self)) {
            return type;
        }
        if (type.isArray()) {
            throw new NamedByOthers("it keeps its scenarios in an array");
        }
        return ConstantDescs.CD_Object;
    }

    MethodTypeDesc erase(MethodTypeDesc type) {
        return MethodTypeDesc.of(
                erase(type.returnType()),
                type.parameterList().stream().map(this::erase).toList());
    }
}
