/// What migrations throw.
@NullMarked
package dev.quintet.migrations.error;

import org.jspecify.annotations.NullMarked;
