/// A site whose users have a second step, and whose staff must.
@NullMarked
package dev.quintet.test.vault;

import org.jspecify.annotations.NullMarked;
