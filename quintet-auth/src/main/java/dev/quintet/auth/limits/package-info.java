/// Counts of failed sign-ins in the database, which all processes of a site share.
@NullMarked
package dev.quintet.auth.limits;

import org.jspecify.annotations.NullMarked;
