/// A site whose users' keys are no numbers.
@NullMarked
package dev.quintet.test.guild;

import org.jspecify.annotations.NullMarked;
