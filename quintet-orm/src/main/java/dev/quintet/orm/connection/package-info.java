/// Databases, their connections and the statements that run on them.
@NullMarked
package dev.quintet.orm.connection;

import org.jspecify.annotations.NullMarked;
