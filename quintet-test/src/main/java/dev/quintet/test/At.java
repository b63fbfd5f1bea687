package dev.quintet.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The time that the site's clock says in a test, or in all of a class: it stands still there.
///
/// `@At("2026-01-31T12:00:00Z")`. A test that takes a {@link TestClock} can move it on.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface At {

    /// A point in time, as {@link java.time.Instant#parse} reads it.
    String value();
}
