/// What was done in the admin, in Django's own table.
@NullMarked
package dev.quintet.auth.adminlog;

import org.jspecify.annotations.NullMarked;
