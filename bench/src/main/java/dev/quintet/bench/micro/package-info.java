/// Benchmarks of single paths, run by JMH.
@NullMarked
package dev.quintet.bench.micro;

import org.jspecify.annotations.NullMarked;
