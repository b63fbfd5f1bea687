/// A site behind what stands before sites in production.
@NullMarked
package dev.quintet.test.deploy;

import org.jspecify.annotations.NullMarked;
