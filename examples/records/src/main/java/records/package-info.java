/// Hot Club Records: the site as a whole, and the data that it starts with.
@NullMarked
package records;

import org.jspecify.annotations.NullMarked;
