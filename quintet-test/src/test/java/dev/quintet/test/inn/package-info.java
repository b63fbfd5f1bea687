/// A site whose guests come with accounts from elsewhere.
@NullMarked
package dev.quintet.test.inn;

import org.jspecify.annotations.NullMarked;
