/// Where files are kept.
@NullMarked
package dev.quintet.kernel.storage;

import org.jspecify.annotations.NullMarked;
