/// A site with its own user model, whose members sign in by e-mail address.
@NullMarked
package dev.quintet.test.club;

import org.jspecify.annotations.NullMarked;
