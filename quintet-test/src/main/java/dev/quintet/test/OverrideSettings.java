package dev.quintet.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Other settings for a test, or for all of a class: `@OverrideSettings("TIME_ZONE=Europe/Paris")`.
/// Django: `override_settings`.
///
/// The site is put together anew with them, so that middleware and templates see them too. Those of
/// a method win over those of its class. For a part of a test: {@link Testing#withSettings}.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface OverrideSettings {

    /// `KEY=value` each, as on the command line behind `--set`.
    String[] value();
}
