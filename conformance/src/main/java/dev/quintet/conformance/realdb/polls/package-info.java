/// The models of the recorded polls: those of Django's tutorial.
@NullMarked
package dev.quintet.conformance.realdb.polls;

import org.jspecify.annotations.NullMarked;
