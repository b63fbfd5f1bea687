/// How the tables of the recorded polls came about.
@NullMarked
package dev.quintet.conformance.realdb.polls.migrations;

import org.jspecify.annotations.NullMarked;
