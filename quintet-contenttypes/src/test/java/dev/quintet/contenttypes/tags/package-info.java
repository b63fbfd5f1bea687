/// Rows that lead to rows of any model.
@NullMarked
package dev.quintet.contenttypes.tags;

import org.jspecify.annotations.NullMarked;
