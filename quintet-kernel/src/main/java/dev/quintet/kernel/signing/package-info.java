/// Signing: values that leave the site and come back unchanged, in Django's own formats.
@NullMarked
package dev.quintet.kernel.signing;

import org.jspecify.annotations.NullMarked;
