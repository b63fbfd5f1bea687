package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the static method of a model that says what the database puts into the field of the same
/// name where a new row has none. Django: `db_default`.
///
/// The method has no parameters and returns an {@link Expression} without fields, such as {@link
/// Functions#currentTime}.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface DatabaseDefault {}
