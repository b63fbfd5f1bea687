/// What the language does with values: truth, comparison, text, iteration, slices.
@NullMarked
package dev.quintet.template.value;

import org.jspecify.annotations.NullMarked;
