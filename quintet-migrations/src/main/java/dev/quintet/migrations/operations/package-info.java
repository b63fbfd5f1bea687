/// What a migration can do, and the models that it does it to, as values.
@NullMarked
package dev.quintet.migrations.operations;

import org.jspecify.annotations.NullMarked;
