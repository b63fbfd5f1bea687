/// Tables from models: the statements that create and drop them.
@NullMarked
package dev.quintet.orm.schema;

import org.jspecify.annotations.NullMarked;
