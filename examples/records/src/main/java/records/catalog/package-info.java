/// What the shop has and sells: the models over Chinook's tables, and the pages that show them.
@NullMarked
package records.catalog;

import org.jspecify.annotations.NullMarked;
