/// The models of the recorded library, over the tables that Django made.
@NullMarked
package dev.quintet.conformance.realdb.library;

import org.jspecify.annotations.NullMarked;
