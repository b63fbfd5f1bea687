/// Tests of the admin, on a site of lamps.
@NullMarked
package dev.quintet.test.admin;

import org.jspecify.annotations.NullMarked;
