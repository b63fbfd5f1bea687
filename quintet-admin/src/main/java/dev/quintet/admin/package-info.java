/// The admin: pages to look at, change, add and delete the rows of a site's models.
@NullMarked
package dev.quintet.admin;

import org.jspecify.annotations.NullMarked;
