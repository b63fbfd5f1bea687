/// Places that lead to each other, known by their names, and rows of all kinds: for fixtures.
@NullMarked
package dev.quintet.migrations.atlas;

import org.jspecify.annotations.NullMarked;
