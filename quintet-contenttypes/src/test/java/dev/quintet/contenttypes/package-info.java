/// Tests.
@NullMarked
package dev.quintet.contenttypes;

import org.jspecify.annotations.NullMarked;
