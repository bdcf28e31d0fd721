package advsys.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a wrong twin of a mechanism, kept so that the checks can prove that they catch it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Broken {
    /// The right class.
    Class<?> of();

    /// What a check must find: "hang", "mutual exclusion", "lost update".
    String verdict();

    /// The shortest story that shows it.
    String witness();
}
