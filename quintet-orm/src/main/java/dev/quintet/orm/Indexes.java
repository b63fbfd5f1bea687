package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the static method of a model that lists its indexes, as `List<TableIndex<Album>>`, where
/// {@link Index} cannot say what they are. Django: `Meta.indexes`.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Indexes {}
