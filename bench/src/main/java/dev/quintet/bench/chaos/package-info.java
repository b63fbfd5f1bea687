/// A record shop under load, while all that it stands on is taken away and given back.
@NullMarked
package dev.quintet.bench.chaos;

import org.jspecify.annotations.NullMarked;
