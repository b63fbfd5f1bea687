/// Sleeves, whatever is printed on them.
@NullMarked
package records.sleeve;

import org.jspecify.annotations.NullMarked;
