/// A site over Django's own users.
@NullMarked
package dev.quintet.test.press;

import org.jspecify.annotations.NullMarked;
