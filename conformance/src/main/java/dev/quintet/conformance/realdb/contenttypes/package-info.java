/// Names of models, over Django's table.
@NullMarked
package dev.quintet.conformance.realdb.contenttypes;

import org.jspecify.annotations.NullMarked;
