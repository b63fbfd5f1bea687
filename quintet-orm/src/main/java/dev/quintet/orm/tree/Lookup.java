package dev.quintet.orm.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    /// Holds the text; of a JSON document or an array, all that the other side has.
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
    /// Matches the regular expression.
    REGEX,
    /// Matches the regular expression, whatever the case of letters.
    IREGEX,
    /// Is one of several.
    IN,
    /// Lies between two, ends included.
    RANGE,
    /// Is NULL, or is not.
    ISNULL,
    /// Has the key.
    HAS_KEY,
    /// Has all of the keys.
    HAS_KEYS,
    /// Has one of the keys at least.
    HAS_ANY_KEYS,
    /// Has nothing but what the other side has.
    CONTAINED_BY,
    /// Has something that the other side has too.
    OVERLAP,
    /// Of ranges: ends where the other begins, or begins where it ends.
    ADJACENT_TO,
    /// Of ranges: ends before the other begins.
    FULLY_LT,
    /// Of ranges: begins behind the other's end.
    FULLY_GT,
    /// Of ranges: begins no earlier than the other.
    NOT_LT,
    /// Of ranges: ends no later than the other.
    NOT_GT,
    /// Is found by the words of a search.
    SEARCH,
    /// Resembles the text, by their groups of three letters.
    TRIGRAM_SIMILAR,
    /// Has a word that resembles the text.
    TRIGRAM_WORD_SIMILAR;

    private static final List<String> WORDS = Arrays.stream(values()).map(Lookup::word).toList();

    private final String word = name().toLowerCase(Locale.ROOT);

    /// {@return the name used in lookups, such as `icontains`}
    public String word() {
        return word;
    }

    /// {@return whether it looks for text in text}
    public boolean searchesText() {
        return switch (this) {
            case IEXACT,
                    CONTAINS,
                    ICONTAINS,
                    STARTSWITH,
                    ISTARTSWITH,
                    ENDSWITH,
                    IENDSWITH,
                    REGEX,
                    IREGEX ->
                    true;
            default -> false;
        };
    }

    /// {@return whether it is one of arrays and ranges}
    public boolean ofSeveral() {
        return switch (this) {
            case CONTAINED_BY, OVERLAP, ADJACENT_TO, FULLY_LT, FULLY_GT, NOT_LT, NOT_GT -> true;
            default -> false;
        };
    }

    /// {@return all names used in lookups}
    public static List<String> words() {
        return WORDS;
    }

    /// {@return the lookup of a name, or `null`}
    public static @Nullable Lookup named(String word) {
        int at = WORDS.indexOf(word);
        return at < 0 ? null : values()[at];
    }
}
