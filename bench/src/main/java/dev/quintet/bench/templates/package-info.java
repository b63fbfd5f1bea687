/// The template language beside its peers: the same pages from the same data.
@NullMarked
package dev.quintet.bench.templates;

import org.jspecify.annotations.NullMarked;
