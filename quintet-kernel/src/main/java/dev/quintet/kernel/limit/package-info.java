/// Limits of how often something may be done.
@NullMarked
package dev.quintet.kernel.limit;

import org.jspecify.annotations.NullMarked;
