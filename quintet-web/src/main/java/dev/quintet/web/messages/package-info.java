/// Messages that a visitor sees once, on the next page.
@NullMarked
package dev.quintet.web.messages;

import org.jspecify.annotations.NullMarked;
