/// Where code says what it logs.
@NullMarked
package dev.quintet.kernel.log;

import org.jspecify.annotations.NullMarked;
