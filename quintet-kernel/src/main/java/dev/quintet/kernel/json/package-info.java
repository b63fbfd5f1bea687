/// JSON: values to text and back, the one way for the whole house.
@NullMarked
package dev.quintet.kernel.json;

import org.jspecify.annotations.NullMarked;
