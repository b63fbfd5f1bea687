/// Models that others name.
@NullMarked
package dev.quintet.contenttypes.library;

import org.jspecify.annotations.NullMarked;
