/// What was done in the admin, over Django's table.
@NullMarked
package dev.quintet.conformance.realdb.admin;

import org.jspecify.annotations.NullMarked;
