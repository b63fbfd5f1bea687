package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the table of a {@link ManyToMany} relation where it is not Django's choice.
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Through {

    /// {@return the table}
    String table();

    /// {@return column with the key of the model that declares the relation}
    String from();

    /// {@return column with the key of the target}
    String to();
}
