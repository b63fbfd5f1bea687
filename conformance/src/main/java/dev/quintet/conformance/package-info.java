/// Runs recorded cases: what the real Django answered, and what Quintet does.
@NullMarked
package dev.quintet.conformance;

import org.jspecify.annotations.NullMarked;
