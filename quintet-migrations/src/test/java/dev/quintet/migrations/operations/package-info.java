@NullMarked
package dev.quintet.migrations.operations;

import org.jspecify.annotations.NullMarked;
