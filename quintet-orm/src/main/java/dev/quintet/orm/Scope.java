package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a static method of a model that narrows a QuerySet: its catalogue gets a method of the
/// same name. Django: a custom QuerySet's method.
///
/// The method takes a QuerySet of its model, then any parameters, and returns a QuerySet of it.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Scope {}
