/// What is measured: a site of ours, and programs that do the same by hand.
@NullMarked
package dev.quintet.bench.servers;

import org.jspecify.annotations.NullMarked;
