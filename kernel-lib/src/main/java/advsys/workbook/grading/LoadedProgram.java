package advsys.workbook.grading;

import advsys.workbook.grading.Program.Step;
import advsys.workbook.kernel.jshell.load.Batch;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program in this JVM: its classes as a notebook's kernel makes them, with stop checks and open to each other's
/// twins, in a loader of their own.
final class LoadedProgram extends ClassLoader {
    private static final String CLASS = ".class";

    private final Program program;
    private final Batch batch;

    LoadedProgram(Program program, ClassLoader library) {
        super("submission", library);
        this.program = program;
        Map<String, byte[]> code = new HashMap<>();
        for (Step step : program.steps()) {
            if (step instanceof Step.Define(String name, byte[] bytes)) {
                code.put(name, bytes);
            }
        }
        this.batch = new Batch(code);
    }

    /// Makes the calls of the cells, in order: variables, expressions, statements.
    ///
    /// @return the last one's value
    /// @throws Exception what one of them throws
    @Nullable
    Object run() throws Exception {
        Object last = null;
        for (Step step : program.steps()) {
            if (step instanceof Step.Call(String type, String method)) {
                last = call(type, method);
            }
        }
        return last;
    }

    @Nullable
    private Object call(String type, String method) throws Exception {
        try {
            Method call = loadClass(type).getDeclaredMethod(method);
            call.setAccessible(true); // JShell's classes are nobody else's
            return call.invoke(null);
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case Exception thrown -> throw thrown;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] woven = batch.woven(name);
        if (woven == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, woven, 0, woven.length);
    }

    /// Class files, for the checks that rewrite a subject's code.
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] bytes = name.endsWith(CLASS)
                ? batch.unwoven(
                        name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
