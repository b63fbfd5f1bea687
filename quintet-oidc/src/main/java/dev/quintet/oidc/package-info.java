/// Signing in with an account elsewhere. {@link dev.quintet.oidc.OidcApp} is the way in.
@NullMarked
package dev.quintet.oidc;

import org.jspecify.annotations.NullMarked;
