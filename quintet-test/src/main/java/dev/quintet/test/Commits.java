package dev.quintet.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test, or all of a class, whose work is committed for good: on-commit actions run, other
/// threads see its rows. Afterwards all tables are emptied. Django: `TransactionTestCase`.
///
/// Slower than the usual transaction that is taken back. Rows that migrations inserted are gone
/// after it.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface Commits {}
