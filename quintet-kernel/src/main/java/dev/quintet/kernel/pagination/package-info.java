/// Pages of a long list.
@NullMarked
package dev.quintet.kernel.pagination;

import org.jspecify.annotations.NullMarked;
