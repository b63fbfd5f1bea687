/// Between values and SQL: dialects, codecs, rows.
@NullMarked
package dev.quintet.orm.sql;

import org.jspecify.annotations.NullMarked;
