/// Migrations beside Django's.
@NullMarked
package dev.quintet.bench.migrations;

import org.jspecify.annotations.NullMarked;
