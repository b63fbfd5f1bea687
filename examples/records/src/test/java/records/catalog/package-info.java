/// The catalogue's own small rules.
@NullMarked
package records.catalog;

import org.jspecify.annotations.NullMarked;
