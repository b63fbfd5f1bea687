/// A reusable app whose model leads to the site's users.
@NullMarked
package dev.quintet.test.badges;

import org.jspecify.annotations.NullMarked;
