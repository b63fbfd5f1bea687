/// Models whose keys have several fields, and what leads to them.
@NullMarked
package dev.quintet.orm.theatre;

import org.jspecify.annotations.NullMarked;
