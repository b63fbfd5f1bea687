package dev.quintet.orm.press;

import org.jspecify.annotations.Nullable;

/// What is printed of a book, kept as JSON.
public record Edition(String format, int copies, @Nullable String remark) {}
