/// Uploaded files: rules for taking them, and ways to send them.
@NullMarked
package dev.quintet.http.media;

import org.jspecify.annotations.NullMarked;
