package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the static method of a model that says what the database makes the field of the same name
/// of. Django: `GeneratedField`.
///
/// The method has no parameters and returns an {@link Expression} over fields of its model.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Computed {

    /// {@return whether the value is kept with the row; if not, it is worked out on reading, which
    /// PostgreSQL before 18 cannot}
    boolean stored() default true;
}
