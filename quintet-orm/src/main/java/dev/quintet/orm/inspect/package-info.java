/// What a database itself says of its tables.
@NullMarked
package dev.quintet.orm.inspect;

import org.jspecify.annotations.NullMarked;
