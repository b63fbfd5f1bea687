/// Shortcuts, generic views, error pages, and the template engine of a site.
@NullMarked
package dev.quintet.web;

import org.jspecify.annotations.NullMarked;
