/// The commands about users.
@NullMarked
package dev.quintet.auth.commands;

import org.jspecify.annotations.NullMarked;
