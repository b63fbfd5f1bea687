/// What running code may reach: the settings, apps, clock and parts of the site that it runs for.
@NullMarked
package dev.quintet.kernel.context;

import org.jspecify.annotations.NullMarked;
