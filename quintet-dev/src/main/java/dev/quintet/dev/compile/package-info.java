/// Compiles what has changed in a project, and what depends on it, within the process.
@NullMarked
package dev.quintet.dev.compile;

import org.jspecify.annotations.NullMarked;
