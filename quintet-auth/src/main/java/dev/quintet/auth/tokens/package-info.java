/// Tokens by which programs speak for a user.
@NullMarked
package dev.quintet.auth.tokens;

import org.jspecify.annotations.NullMarked;
