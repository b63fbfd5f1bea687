/// Commands: what an operator types.
@NullMarked
package dev.quintet.kernel.command;

import org.jspecify.annotations.NullMarked;
