package dev.quintet.orm.sql;

import java.util.ArrayList;
import java.util.List;

/// Conditions put together; those that always or never hold are left out or decide. Django:
/// `WhereNode.as_sql`.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
final class Junctions {

    private Junctions() {}

    static Fragment of(String word, List<Fragment> parts, boolean negated) {
        Fragment plain =
                switch (word) {
                    case "OR" -> anyOf(parts);
                    case "XOR" -> oddOf(parts);
                    default -> allOf(parts);
                };
        return negated ? not(plain) : plain;
    }

    static Fragment not(Fragment part) {
        if (part.never()) {
            return Fragment.ALWAYS;
        }
        return part.always() ? Fragment.NEVER : part.wrapped("NOT (", ")");
    }

    static Fragment allOf(List<Fragment> parts) {
        List<Fragment> open = new ArrayList<>(parts.size());
        for (Fragment part : parts) {
            if (part.never()) {
                return Fragment.NEVER;
            }
            if (!part.always()) {
                open.add(part);
            }
        }
        return together(open, " AND ", Fragment.ALWAYS);
    }

    private static Fragment anyOf(List<Fragment> parts) {
        List<Fragment> open = new ArrayList<>(parts.size());
        for (Fragment part : parts) {
            if (part.always()) {
                return Fragment.ALWAYS;
            }
            if (!part.never()) {
                open.add(part);
            }
        }
        // Django: Q() with no parts holds always, whatever its connector.
        return parts.isEmpty() ? Fragment.ALWAYS : together(open, " OR ", Fragment.NEVER);
    }

    private static Fragment oddOf(List<Fragment> parts) {
        if (parts.isEmpty()) {
            return Fragment.ALWAYS;
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<Fragment> counted =
                parts.stream().map(p -> p.wrapped("CASE WHEN ", " THEN 1 ELSE 0 END")).toList();
        return Fragment.join(" + ", counted).wrapped("((", ") % 2) = 1");
    }

    private static Fragment together(List<Fragment> open, String word, Fragment none) {
        return switch (open.size()) {
            case 0 -> none;
            case 1 -> open.getFirst();
            default -> Fragment.join(word, open).wrapped("(", ")");
        };
    }
}
