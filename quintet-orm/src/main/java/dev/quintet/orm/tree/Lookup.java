package dev.quintet.orm.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How two sides are compared. Django: built-in lookups; the names are the same in lower case.
public enum Lookup {
    /// Equal.
    EXACT,
    /// Equal, whatever the case of letters.
    IEXACT,
    /// Less.
    LT,
    /// Less or equal.
    LTE,
    /// Greater.
    GT,
    /// Greater or equal.
    GTE,
    /// Holds the text.
    CONTAINS,
    /// Holds the text, whatever the case of letters.
    ICONTAINS,
    /// Begins with the text.
    STARTSWITH,
    /// Begins with the text, whatever the case of letters.
    ISTARTSWITH,
    /// Ends with the text.
    ENDSWITH,
    /// Ends with the text, whatever the case of letters.
    IENDSWITH,
    /// Is one of several.
    IN,
    /// Lies between two, ends included.
    RANGE,
    /// Is NULL, or is not.
    ISNULL;

    /// {@return the name used in lookups, such as `icontains`}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return all names used in lookups}
    public static List<String> words() {
        return Arrays.stream(values()).map(Lookup::word).toList();
    }
}
