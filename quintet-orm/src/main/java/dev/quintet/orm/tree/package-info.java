/// A query as a tree of immutable values, from which SQL is compiled.
@NullMarked
package dev.quintet.orm.tree;

import org.jspecify.annotations.NullMarked;
