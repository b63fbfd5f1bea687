/// Dates, times and durations as text, and text as dates: Django's formats over `java.time`.
@NullMarked
package dev.quintet.kernel.time;

import org.jspecify.annotations.NullMarked;
