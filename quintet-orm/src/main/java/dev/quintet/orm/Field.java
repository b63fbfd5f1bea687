package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a field says beyond its Java type. A field needs none to be a field.
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Field {

    /// {@return most characters of a text; 0 means any length, 50 for a {@link Slug}}
    int maxLength() default 0;

    /// {@return digits of a `BigDecimal` in all; needed there}
    int digits() default 0;

    /// {@return digits of a `BigDecimal` behind the point}
    int decimals() default 0;

    /// {@return whether no two rows may have the same value}
    boolean unique() default false;

    /// {@return whether the database keeps an index of it; relations have one anyway}
    boolean index() default false;

    /// {@return whether a form may leave it empty}
    boolean blank() default false;

    /// {@return whether forms show it}
    boolean editable() default true;

    /// {@return whether pages, logs and errors show `****` instead of its value}
    boolean secret() default false;

    /// {@return its column; by default its name, and `name_id` for a relation}
    String column() default "";

    /// {@return default that the database fills in, as SQL; empty for none}
    String databaseDefault() default "";

    /// {@return what people read; by default its name in words}
    String verboseName() default "";

    /// {@return what forms say beside it}
    String help() default "";
}
