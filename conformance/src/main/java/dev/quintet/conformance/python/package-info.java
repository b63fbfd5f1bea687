/// Walks the recorded trees of Python expressions: a small Python, for the values and statements
/// that queries are written with.
///
/// Values are Java's: `Long`, `BigInteger`, `Double`, `BigDecimal`, `Boolean`, `String`, `byte[]`,
/// `List` (and {@link dev.quintet.conformance.python.Tuple}), `Set`, `Map`, `java.time`, `UUID`,
/// `null` for None; all else is a {@link dev.quintet.conformance.python.PythonObject}.
@NullMarked
package dev.quintet.conformance.python;

import org.jspecify.annotations.NullMarked;
