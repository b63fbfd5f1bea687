/// Text as templates, forms and mail need it.
@NullMarked
package dev.quintet.kernel.text;

import org.jspecify.annotations.NullMarked;
