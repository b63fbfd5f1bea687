/// Finds what the models have become since the last migration, and writes it down.
@NullMarked
package dev.quintet.migrations.autodetect;

import org.jspecify.annotations.NullMarked;
