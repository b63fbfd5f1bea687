package dev.quintet.orm;

import static java.lang.annotation.RetentionPolicy.CLASS;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/// Names the two fields of a {@link GenericForeignKey}, where they are called otherwise than
/// `contentType` and `objectId`.
@Documented
@Target(ElementType.FIELD)
@Retention(CLASS)
public @interface GenericKey {

    /// {@return the foreign key that says of which model the row is}
    String type() default "contentType";

    /// {@return the field that keeps the row's key}
    String key() default "objectId";
}
