/// Apps: the named parts that a site lists, in the order that decides who overrides whom.
@NullMarked
package dev.quintet.kernel.app;

import org.jspecify.annotations.NullMarked;
