/// Fast starts of a site that was built: what Java finds out when it starts is kept for later ones.
@NullMarked
package dev.quintet.aot;

import org.jspecify.annotations.NullMarked;
