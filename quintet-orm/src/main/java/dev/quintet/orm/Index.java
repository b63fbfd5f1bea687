package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An index over several fields, in {@link Meta}.
@Documented
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Index {

    /// {@return names of fields, in order; one that begins with `-` runs downwards}
    String[] fields();

    /// {@return its name in the database; by default one is made}
    String name() default "";
}
