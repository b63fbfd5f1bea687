/// Models, queries, relations and transactions: the part of the ORM that an application writes
/// against.
@NullMarked
package dev.quintet.orm;

import org.jspecify.annotations.NullMarked;
