package dev.quintet.orm.sql;

import dev.quintet.orm.tree.Lookup;

/// Signs and escapes that all databases share.
final class Spelling {

    private Spelling() {}

    /// Doubles the wildcards of LIKE, with a backslash as the escape.
    static String escapeLike(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static String comparison(Lookup lookup) {
        return switch (lookup) {
            case EXACT -> " = ";
            case LT -> " < ";
            case LTE -> " <= ";
            case GT -> " > ";
            case GTE -> " >= ";
            default -> throw new IllegalArgumentException(lookup + " is no plain comparison.");
        };
    }

    /// {@return text as SQL, for what is no value of the user's: keys of documents, separators}
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
