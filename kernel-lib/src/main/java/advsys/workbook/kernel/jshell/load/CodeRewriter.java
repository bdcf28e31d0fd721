package advsys.workbook.kernel.jshell.load;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reader's line numbers, and [Exit] in place of what would end the JVM: as a call, and as a method reference.
final class CodeRewriter implements CodeTransform {
    private static final ClassDesc EXIT = ClassDesc.of(Exit.class.getName());
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");

    private final CodeAttribute original;
    private final @Nullable LineTable lines;

    CodeRewriter(CodeAttribute original, @Nullable LineTable lines) {
        this.original = original;
        this.lines = lines;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LineNumber number when lines != null -> code.lineNumber(lines.written(number.line()));
            case InvokeInstruction call -> {
                String refusal =
                        refusal(call.owner().asInternalName(), call.name().stringValue());
                if (refusal == null) {
                    code.with(call);
                } else {
                    code.invokestatic(EXIT, refusal, typeOf(refusal));
                }
            }
            case InvokeDynamicInstruction lambda -> {
                List<ConstantDesc> arguments = lambda.bootstrapArgs();
                List<ConstantDesc> refused =
                        arguments.stream().map(CodeRewriter::refused).toList();
                if (refused.equals(arguments)) {
                    code.with(lambda);
                } else {
                    code.invokedynamic(DynamicCallSiteDesc.of(
                            lambda.bootstrapMethod(),
                            lambda.name().stringValue(),
                            lambda.typeSymbol(),
                            refused.toArray(ConstantDesc[]::new)));
                }
            }
            default -> code.with(element);
        }
    }

    @Override
    public void atEnd(CodeBuilder code) {
        original.findAttribute(Attributes.stackMapTable()).ifPresent(code::with);
    }

    private static ConstantDesc refused(ConstantDesc argument) {
        if (!(argument instanceof DirectMethodHandleDesc handle)) {
            return argument;
        }
        String owner = handle.owner().packageName().replace('.', '/') + "/"
                + handle.owner().displayName();
        String refusal = refusal(owner, handle.methodName());
        return refusal == null
                ? argument
                : MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, EXIT, refusal, typeOf(refusal));
    }

    private static @Nullable String refusal(String owner, String method) {
        return switch (owner) {
            case "java/lang/System" -> method.equals("exit") ? "refuse" : null;
            case "java/lang/Runtime" ->
                switch (method) {
                    case "exit" -> "refuseExit";
                    case "halt" -> "refuseHalt";
                    default -> null;
                };
            default -> null;
        };
    }

    private static MethodTypeDesc typeOf(String refusal) {
        return refusal.equals("refuse")
                ? MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int)
                : MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME, ConstantDescs.CD_int);
    }
}
