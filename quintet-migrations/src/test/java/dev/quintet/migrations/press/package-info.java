/// An app without migrations, whose models lead to each other in a circle.
@NullMarked
package dev.quintet.migrations.press;

import org.jspecify.annotations.NullMarked;
