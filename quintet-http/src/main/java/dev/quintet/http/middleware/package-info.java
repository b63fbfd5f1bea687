/// The middleware that a site usually has: security headers, sessions, CSRF, slashes, 304s.
@NullMarked
package dev.quintet.http.middleware;

import org.jspecify.annotations.NullMarked;
