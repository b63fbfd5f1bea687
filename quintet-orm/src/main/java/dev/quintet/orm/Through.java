package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the model between the two of a {@link ManyToMany} relation, where it has fields of its
/// own, or only its table, where that is not Django's choice.
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Through {

    /// {@return the model between, which has a key to each of the two}
    Class<? extends Entity> model() default Entity.class;

    /// {@return its two relations: to the model that declares this one, and to the target; by
    /// default the only ones that lead there}
    String[] fields() default {};

    /// {@return the table, where there is no model}
    String table() default "";

    /// {@return column with the key of the model that declares the relation}
    String from() default "";

    /// {@return column with the key of the target}
    String to() default "";
}
