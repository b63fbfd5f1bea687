/// Where a site keeps values for a while.
@NullMarked
package dev.quintet.cache;

import org.jspecify.annotations.NullMarked;
