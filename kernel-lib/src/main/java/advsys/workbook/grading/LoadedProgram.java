package advsys.workbook.grading;

import advsys.lab.stop.StopWeaver;
import advsys.workbook.grading.Program.Step;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program in this JVM: its classes with stop checks, in a loader of their own.
final class LoadedProgram extends ClassLoader {
    private final Program program;
    private final Map<String, byte[]> code = new HashMap<>();
    private final StopWeaver weaver = new StopWeaver(StopWeaver.Entries.RECURSIVE);

    LoadedProgram(Program program, ClassLoader library) {
        super("submission", library);
        this.program = program;
        for (Step step : program.steps()) {
            if (step instanceof Step.Define(String name, byte[] bytes)) {
                code.put(name, bytes);
            }
        }
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
        byte[] bytes = code.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] woven = weaver.weave(bytes);
        return defineClass(name, woven, 0, woven.length);
    }

    /// Class files, for the checks that rewrite a subject's code.
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] bytes = name.endsWith(".class")
                ? code.get(name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
