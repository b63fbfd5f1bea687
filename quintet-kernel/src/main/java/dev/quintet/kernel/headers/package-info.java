/// Values of HTTP headers, read and written: dates, ETags, cookies, languages, parameters.
///
/// Everything here takes what a stranger sent: nothing throws on malformed input, and all of it
/// runs in linear time.
@NullMarked
package dev.quintet.kernel.headers;

import org.jspecify.annotations.NullMarked;
