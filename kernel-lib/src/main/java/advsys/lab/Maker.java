package advsys.lab;

import java.io.Serializable;

/// Makes a fresh subject for every trial: `TasLock::new`. Serializable, so that a method reference tells its class and
/// a chart can name it.
@FunctionalInterface
public interface Maker<T> extends Serializable {
    T make() throws Exception;
}
