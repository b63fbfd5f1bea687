/// Signals: typed events and those who listen.
@NullMarked
package dev.quintet.kernel.signal;

import org.jspecify.annotations.NullMarked;
