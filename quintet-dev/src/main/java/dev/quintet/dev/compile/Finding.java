package dev.quintet.dev.compile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A mistake that the compiler found.
///
/// @param file where, absolute; `null` where it is about no file
/// @param line counted from 1; 0 where it is about none
/// @param column counted from 1; 0 where it is about none
/// @param message what the compiler says, of one line or more
public record Finding(@Nullable Path file, long line, long column, String message) {}
