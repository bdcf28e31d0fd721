package advsys.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the class that is a mechanism of the course. `./workbook index` lists it; its chapter is the one that the
/// course's list, `data/mechanisms.tsv`, gives it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mechanism {
    /// The exact name in the course's list.
    String value();

    /// What is different when another class is the mechanism itself: "writers first". Listed under it.
    String variant() default "";

    /// The paper that it is built from: author, venue, year.
    String source() default "";
}
