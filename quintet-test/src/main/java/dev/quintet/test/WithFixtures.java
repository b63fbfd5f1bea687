package dev.quintet.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Fixtures that are loaded into the default database before a test, or before each of a class, and
/// are gone after it. Django: `fixtures = [...]`.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface WithFixtures {

    /// Their names, as `loaddata` takes them: `albums`, `albums.json`.
    String[] value();
}
