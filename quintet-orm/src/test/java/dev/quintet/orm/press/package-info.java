/// A publishing house: models of every kind, for tests.
@NullMarked
package dev.quintet.orm.press;

import org.jspecify.annotations.NullMarked;
