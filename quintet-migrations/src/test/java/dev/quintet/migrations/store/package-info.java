/// Models of many kinds, whose migrations are written by the tests.
@NullMarked
package dev.quintet.migrations.store;

import org.jspecify.annotations.NullMarked;
