/// The views of a site that speaks several languages.
@NullMarked
package dev.quintet.http.i18n;

import org.jspecify.annotations.NullMarked;
