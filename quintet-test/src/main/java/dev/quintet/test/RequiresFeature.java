package dev.quintet.test;

import dev.quintet.orm.sql.Feature;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test, or all of a class, that is skipped where the site's default database cannot do
/// something: `@RequiresFeature(Feature.ROW_LOCKS)`. Django: `skipUnlessDBFeature`.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface RequiresFeature {

    /// What the database must be able to do, all of it.
    Feature[] value();
}
