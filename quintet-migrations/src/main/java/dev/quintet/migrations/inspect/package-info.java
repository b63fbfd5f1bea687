/// Models written from tables that are there, and tables held against the models.
@NullMarked
package dev.quintet.migrations.inspect;

import org.jspecify.annotations.NullMarked;
