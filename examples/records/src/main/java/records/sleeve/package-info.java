/// Draws a sleeve for every record, from nothing but its title and its artist.
@NullMarked
package records.sleeve;

import org.jspecify.annotations.NullMarked;
