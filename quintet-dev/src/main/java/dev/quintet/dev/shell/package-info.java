/// A shell in which the site is loaded.
@NullMarked
package dev.quintet.dev.shell;

import org.jspecify.annotations.NullMarked;
