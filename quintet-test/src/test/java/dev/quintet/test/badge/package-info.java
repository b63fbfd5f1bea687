/// A site whose users have UUIDs as their keys.
@NullMarked
package dev.quintet.test.badge;

import org.jspecify.annotations.NullMarked;
