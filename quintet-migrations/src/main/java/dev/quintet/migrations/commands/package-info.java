/// The commands about migrations.
@NullMarked
package dev.quintet.migrations.commands;

import org.jspecify.annotations.NullMarked;
