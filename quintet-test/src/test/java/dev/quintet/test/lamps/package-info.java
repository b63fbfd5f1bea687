/// A shop of lamps, whose staff works in the admin.
@NullMarked
package dev.quintet.test.lamps;

import org.jspecify.annotations.NullMarked;
