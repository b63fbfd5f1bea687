package dev.quintet.orm.sql;

import dev.quintet.orm.tree.Lookup;

/// What LIKE looks for, with what was asked for taken by the letter.
final class Wildcards {

    private Wildcards() {}

    static Object around(Lookup lookup, String text) {
        return switch (lookup) {
            case CONTAINS, ICONTAINS -> "%" + Spelling.escapeLike(text) + "%";
            case STARTSWITH, ISTARTSWITH -> Spelling.escapeLike(text) + "%";
            case ENDSWITH, IENDSWITH -> "%" + Spelling.escapeLike(text);
            default -> text;
        };
    }

    /// {@return the same for a value that the database works out}
    ///
    /// @param escaped the value as SQL, its wildcards escaped
    static String template(Lookup lookup, String escaped, String wildcard) {
        String any = "'" + wildcard + "'";
        return switch (lookup) {
            case CONTAINS, ICONTAINS -> any + " || " + escaped + " || " + any;
            case STARTSWITH, ISTARTSWITH -> escaped + " || " + any;
            case ENDSWITH, IENDSWITH -> any + " || " + escaped;
            default -> escaped;
        };
    }
}
