/// Passwords: hashed, checked and renewed, in Django's own formats.
@NullMarked
package dev.quintet.auth.password;

import org.jspecify.annotations.NullMarked;
