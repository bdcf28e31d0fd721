package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.load.ClassTable;
import advsys.workbook.kernel.jshell.load.Wrapper;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes of a [Recording], loaded anew, and what is to be called in them, cell by cell.
final class Repetition {
    /// A snippet: `shows` when its value is the cell's.
    record Step(Method method, boolean shows) {
        /// Runs it and gives its value.
        ///
        /// @throws IllegalStateException around what it throws
        @Nullable
        Object call() throws IllegalAccessException {
            try {
                return method.invoke(null);
            } catch (InvocationTargetException thrown) {
                throw new IllegalStateException(thrown.getCause());
            }
        }
    }

    private final ClassTable classes = new ClassTable();
    private final List<List<Step>> cells = new ArrayList<>();
    private final List<Field> variables = new ArrayList<>();
    private final Map<String, Field> parameters = new HashMap<>();

    /// Loads the classes; none is initialized.
    ///
    /// @param injected the number of the cell that sets the parameters; -1 when none does
    /// @param wrappers where the parameters are declared, by name
    Repetition(Recording recording, int injected, Map<String, String> wrappers) throws ReflectiveOperationException {
        for (List<Recording.Event> events : recording.cells()) {
            boolean sets = cells.size() == injected;
            List<Step> steps = new ArrayList<>();
            for (Recording.Event event : events) {
                switch (event) {
                    case Recording.Event.Load load -> {
                        classes.add(load.batch());
                        for (String name : load.batch().classes()) {
                            if (name.equals(Wrapper.of(name))) {
                                addVariables(classes.find(name));
                            }
                        }
                    }
                    case Recording.Event.Forget forget -> classes.forget(forget.wrapper());
                    case Recording.Event.Invoke invoke -> {
                        if (!sets) {
                            Method method = classes.find(invoke.wrapper()).getDeclaredMethod(invoke.method());
                            steps.add(new Step(method, invoke.shows()));
                        }
                    }
                }
            }
            if (sets) {
                for (Map.Entry<String, String> each : wrappers.entrySet()) {
                    parameters.put(each.getKey(), classes.find(each.getValue()).getDeclaredField(each.getKey()));
                }
            }
            cells.add(List.copyOf(steps));
        }
    }

    private void addVariables(Class<?> wrapper) {
        for (Field field : wrapper.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                variables.add(field);
            }
        }
    }

    ClassLoader loader() {
        return classes.loader();
    }

    /// What is to be called for a cell.
    List<Step> steps(int cell) {
        return cells.get(cell);
    }

    /// Sets the parameter `name`.
    void set(String name, Object value) throws IllegalAccessException {
        Field field = parameters.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        field.set(null, Plain.as(field.getType(), value));
    }

    /// Makes every variable of the cells what it is before anything has run.
    void reset() throws IllegalAccessException {
        for (Field variable : variables) {
            Class<?> type = variable.getType();
            variable.set(null, type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null);
        }
    }
}
