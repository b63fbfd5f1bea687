/// Hot Club Records as a visitor meets it.
@NullMarked
package records;

import org.jspecify.annotations.NullMarked;
