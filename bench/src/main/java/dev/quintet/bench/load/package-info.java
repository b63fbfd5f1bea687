/// The load harness: servers in processes of their own, `wrk` against each in turn.
@NullMarked
package dev.quintet.bench.load;

import org.jspecify.annotations.NullMarked;
