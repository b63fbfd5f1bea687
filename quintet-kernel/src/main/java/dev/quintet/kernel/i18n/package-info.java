/// Languages: which one a visitor reads, catalogues of translations, formats of numbers and dates.
@NullMarked
package dev.quintet.kernel.i18n;

import org.jspecify.annotations.NullMarked;
