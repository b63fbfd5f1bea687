/// How the tables of users came about, under Django's names and numbers.
@NullMarked
package dev.quintet.auth.tables;

import org.jspecify.annotations.NullMarked;
