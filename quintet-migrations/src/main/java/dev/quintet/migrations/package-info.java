/// Migrations: what they are made of, and the commands that apply them.
@NullMarked
package dev.quintet.migrations;

import org.jspecify.annotations.NullMarked;
