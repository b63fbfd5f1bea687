/// How a language writes dates and numbers, how its readers type them, and how it says them in
/// words.
@NullMarked
package dev.quintet.kernel.formats;

import org.jspecify.annotations.NullMarked;
