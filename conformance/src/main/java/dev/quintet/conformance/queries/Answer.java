package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonError;
import org.jspecify.annotations.Nullable;

/// What Quintet answered.
///
/// @param value the result
/// @param error what was thrown instead, or `null`
record Answer(@Nullable Object value, @Nullable PythonError error) {}
