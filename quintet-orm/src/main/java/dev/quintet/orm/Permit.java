package dev.quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A permission of one model, in {@link Meta}.
@Documented
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Permit {

    /// {@return what programs call it, such as `can_feature`}
    String code();

    /// {@return what people read}
    String name();
}
