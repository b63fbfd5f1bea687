/// Settings: typed keys, read from layers, none of them unknown.
@NullMarked
package dev.quintet.kernel.settings;

import org.jspecify.annotations.NullMarked;
