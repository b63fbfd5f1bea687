package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the key of a model that extends {@link Entity}; several together make a composite key.
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Id {

    /// {@return whether the database gives the key; needs an `int` or a `long`}
    boolean generated() default false;
}
