package dev.quintet.orm.sql;

import dev.quintet.orm.tree.Lookup;

/// What LIKE looks for, with what was asked for taken by the letter.
final class Wildcards {

    private Wildcards() {}

    static Object around(Lookup lookup, String text) {
        return switch (lookup) {
            case CONTAINS, ICONTAINS -> "%" + Functions.escapeLike(text) + "%";
            case STARTSWITH, ISTARTSWITH -> Functions.escapeLike(text) + "%";
            case ENDSWITH, IENDSWITH -> "%" + Functions.escapeLike(text);
            default -> text;
        };
    }
}
