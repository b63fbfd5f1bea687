/// Messages and mailers: what a letter says, and who carries it.
@NullMarked
package dev.quintet.mail;

import org.jspecify.annotations.NullMarked;
