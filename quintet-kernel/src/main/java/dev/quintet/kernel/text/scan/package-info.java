/// Workings of the text room, not exported: characters, percent escapes, URLs and HTML, scanned
/// once from left to right.
@NullMarked
package dev.quintet.kernel.text.scan;

import org.jspecify.annotations.NullMarked;
