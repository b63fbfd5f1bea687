/// What templates ask of the floors above: URLs, static files, CSRF tokens, cached fragments.
@NullMarked
package dev.quintet.kernel.template;

import org.jspecify.annotations.NullMarked;
