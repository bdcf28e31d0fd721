package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.load.Batch;
import advsys.workbook.kernel.jshell.load.ClassTable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import jdk.jshell.spi.ExecutionControl;
import org.jspecify.annotations.Nullable;

/// What JShell calls to load classes and to run snippets. Results and exceptions do not go through JShell, which would
/// make text of them: they stay in the current [Evaluation].
final class Control implements ExecutionControl {
    private final ClassTable classes;
    private final ReentrantLock compiling;
    private final Consumer<Evaluation> beforeRunning;
    private volatile Recording recording = Recording.NONE;
    private @Nullable Evaluation current; // guarded by compiling
    private @Nullable String resultClass; // guarded by compiling

    /// @param compiling the compiler's lock, held by whoever calls JShell and let go while the reader's code runs
    /// @param beforeRunning is called with the lock held when everything is compiled
    Control(ClassTable classes, ReentrantLock compiling, Consumer<Evaluation> beforeRunning) {
        this.classes = classes;
        this.compiling = compiling;
        this.beforeRunning = beforeRunning;
    }

    /// Writes down from now on what is loaded and run.
    void record(Recording into) {
        recording = into;
    }

    /// Says that [ClassTable] let go of a wrapper.
    void forgotten(String wrapper) {
        recording.forgotten(wrapper);
    }

    /// Makes `evaluation` the current one and returns the one before.
    @Nullable
    Evaluation enter(@Nullable Evaluation evaluation) {
        Evaluation before = current;
        current = evaluation;
        return before;
    }

    /// The class of this name may change in place, because no other refers to it: the one of [Engine#RESULT].
    void replaceable(String className) {
        resultClass = className;
    }

    @Override
    public void load(ClassBytecodes[] compiled) {
        Map<String, byte[]> batch = new LinkedHashMap<>();
        for (ClassBytecodes file : compiled) {
            batch.put(file.name(), file.bytecodes());
        }
        Batch loaded = new Batch(batch);
        classes.add(loaded);
        recording.loaded(loaded);
    }

    @Override
    public void redefine(ClassBytecodes[] compiled) throws NotImplementedException {
        for (ClassBytecodes file : compiled) {
            if (!file.name().equals(resultClass)) {
                throw new NotImplementedException("a class that others may use gets a new name"); // JShell does it
            }
        }
        load(compiled);
    }

    @Override
    public String invoke(String className, String methodName) throws RunException, InternalException {
        Evaluation evaluation = current;
        if (evaluation == null) {
            throw new InternalException("no evaluation is going on");
        }
        evaluation.began(className);
        beforeRunning.accept(evaluation);
        compiling.unlock();
        recording.begins();
        try {
            evaluation.ended(evaluation.executor().execute(evaluation, () -> call(className, methodName)));
            recording.ran(className, methodName, evaluation.shows());
        } catch (Throwable thrown) { // whatever the reader's code throws
            evaluation.failed(thrown);
            throw new UserException("", thrown.getClass().getName(), new StackTraceElement[0]);
        } finally {
            compiling.lock();
            current = evaluation; // the reader's code may have evaluated something in between
        }
        return "";
    }

    private @Nullable Object call(String className, String methodName) throws Exception {
        Method method = classes.find(className).getDeclaredMethod(methodName);
        try {
            return method.invoke(null);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception exception ? exception : sneaky(thrown.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(@Nullable Throwable thrown) throws T {
        throw (T) (thrown == null ? new IllegalStateException() : thrown);
    }

    @Override
    public String varValue(String className, String variable) {
        return ""; // asked for by nobody: values are read from their fields
    }

    @Override
    public void addToClasspath(String path) {
        classes.addJar(Path.of(path));
    }

    @Override
    public void stop() {
        // an interrupt goes to the cell's run
    }

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {
        // the loaders go with the engine
    }
}
