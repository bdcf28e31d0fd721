package advsys.multiprocessor;

import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A ThreadLocal that has a value for each simulated CPU. Public only because woven classes link to it.
public class SimulatedLocal<T> extends ThreadLocal<T> {
    private final @Nullable Supplier<? extends T> first;

    public SimulatedLocal() {
        this.first = null;
    }

    SimulatedLocal(Supplier<? extends T> first) {
        this.first = first;
    }

    @Override
    @SuppressWarnings("NullAway") // as in ThreadLocal, there may be no first value
    protected T initialValue() {
        return first == null ? super.initialValue() : first.get();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // only a T is ever put under this key, or null, as in ThreadLocal
    public T get() {
        Simulation simulation = Simulation.running();
        if (simulation == null) {
            return super.get();
        }
        IdentityHashMap<ThreadLocal<?>, @Nullable Object> locals = simulation.thread().locals;
        if (!locals.containsKey(this)) {
            locals.put(this, initialValue());
        }
        return (T) locals.get(this);
    }

    @Override
    public void set(T value) {
        Simulation simulation = Simulation.running();
        if (simulation == null) {
            super.set(value);
        } else {
            simulation.thread().locals.put(this, value);
        }
    }

    @Override
    public void remove() {
        Simulation simulation = Simulation.running();
        if (simulation == null) {
            super.remove();
        } else {
            simulation.thread().locals.remove(this);
        }
    }
}
