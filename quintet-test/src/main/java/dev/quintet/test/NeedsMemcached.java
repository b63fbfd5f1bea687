package dev.quintet.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test, or all of a class, that needs {@link Service#MEMCACHED}; see {@link Needs}.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Needs(Service.MEMCACHED)
public @interface NeedsMemcached {}
