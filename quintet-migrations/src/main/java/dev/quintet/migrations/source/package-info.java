/// Writes migrations down as Java.
@NullMarked
package dev.quintet.migrations.source;

import org.jspecify.annotations.NullMarked;
