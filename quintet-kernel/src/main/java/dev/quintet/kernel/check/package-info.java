/// Checks of a site's wiring, run at start and by the command `check`.
@NullMarked
package dev.quintet.kernel.check;

import org.jspecify.annotations.NullMarked;
