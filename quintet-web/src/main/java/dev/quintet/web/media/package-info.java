/// Uploaded files and the rows that name them.
@NullMarked
package dev.quintet.web.media;

import org.jspecify.annotations.NullMarked;
