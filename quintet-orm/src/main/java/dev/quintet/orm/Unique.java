package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Fields that no two rows may agree in all of, in {@link Meta}.
@Documented
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Unique {

    /// {@return names of fields}
    String[] fields();

    /// {@return its name in the database; by default one is made}
    String name() default "";
}
