package advsys.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method that is called in a loop to pass the time, and promises that the loop does nothing but
/// wait: each turn looks at what it waits for and then calls the method, and however often it turns, it
/// comes to the same, until what it looks at has changed. A simulated machine need not run each turn then.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface WaitsOnly {}
