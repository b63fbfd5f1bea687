/// A theatre, whose rows are known by keys of several fields, by words, and by UUIDs.
@NullMarked
package dev.quintet.test.stages;

import org.jspecify.annotations.NullMarked;
