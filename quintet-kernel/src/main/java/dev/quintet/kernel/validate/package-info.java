/// Validators: what a value must satisfy, with a message, a code and parameters.
@NullMarked
package dev.quintet.kernel.validate;

import org.jspecify.annotations.NullMarked;
