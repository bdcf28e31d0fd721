package advsys.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class that only stands around a word of memory, such as a padded integer. What its methods access is counted
/// at the line of source that calls them: that is the line which a reader looks for.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CountedAtCaller {}
