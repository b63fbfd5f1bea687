/// A second step of signing in. {@link dev.quintet.mfa.MfaApp} is the way in.
@NullMarked
package dev.quintet.mfa;

import org.jspecify.annotations.NullMarked;
