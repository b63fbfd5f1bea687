package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// By what rows of a model are known instead of their keys, which differ from database to database:
/// no two rows agree in all of these fields. Django: `natural_key` and `get_by_natural_key`.
///
/// ```java
/// @NaturalKey({"codename", "contentType"})
/// public class Permission extends Model { ... }
/// ```
///
/// Where a field leads to a model with a natural key of its own, that one's fields stand in its
/// place: a permission is known by `["add_user", "auth", "user"]`. Fixtures that were dumped with
/// natural keys name rows so, and loading finds them.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NaturalKey {

    /// The fields, in the order in which a file names them.
    String[] value();
}
