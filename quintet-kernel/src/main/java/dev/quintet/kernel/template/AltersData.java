package dev.quintet.kernel.template;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method that changes data, or a type whose methods all do: templates refuse to call it,
/// so that showing a page never saves, deletes or sends anything. Django: `alters_data`.
///
/// Counts for overriding methods and subtypes too.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AltersData {}
