/// A site whose model has its first columns in the table of another.
@NullMarked
package dev.quintet.test.motors;

import org.jspecify.annotations.NullMarked;
