/// How the tables of the recorded library came about.
@NullMarked
package dev.quintet.conformance.realdb.library.migrations;

import org.jspecify.annotations.NullMarked;
