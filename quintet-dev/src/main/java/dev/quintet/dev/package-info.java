/// Debug pages and the developer's server.
@NullMarked
package dev.quintet.dev;

import org.jspecify.annotations.NullMarked;
