/// The pages of accounts: signing in and out, passwords, registration.
@NullMarked
package dev.quintet.auth.pages;

import org.jspecify.annotations.NullMarked;
