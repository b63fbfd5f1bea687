/// Tests of migrations.
@NullMarked
package dev.quintet.migrations;

import org.jspecify.annotations.NullMarked;
