/// Asks Quintet's ORM, in its dynamic form, what the recorded queries asked Django's.
@NullMarked
package dev.quintet.conformance.queries;

import org.jspecify.annotations.NullMarked;
