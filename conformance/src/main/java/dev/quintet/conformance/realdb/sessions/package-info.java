/// Sessions, over Django's table.
@NullMarked
package dev.quintet.conformance.realdb.sessions;

import org.jspecify.annotations.NullMarked;
