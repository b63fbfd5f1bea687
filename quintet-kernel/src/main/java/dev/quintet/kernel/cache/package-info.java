/// What a cache is to those who use one; its stores live upstairs.
@NullMarked
package dev.quintet.kernel.cache;

import org.jspecify.annotations.NullMarked;
