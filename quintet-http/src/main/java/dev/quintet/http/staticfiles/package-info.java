/// Static files: found in folders and in the apps' jars, served with validators, ranges and, where
/// their address carries a hash, for ever.
@NullMarked
package dev.quintet.http.staticfiles;

import org.jspecify.annotations.NullMarked;
