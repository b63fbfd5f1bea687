package dev.quintet.admin;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys of rows, as addresses and forms write them. What would mean something in an address is
/// written as Django's admin does: `_` and two digits.
final class Keys {

    private static final String SPECIAL = ":/_#?;@&=+$,\"[]<>%\n\\";

    private Keys() {}

    /// {@return a row's key as text}
    static String text(Entity row) {
        return String.valueOf(of(row));
    }

    @SuppressWarnings("unchecked") // the mapping of a row's class takes the row
    static @Nullable Object of(Entity row) {
        var mapping = (ModelMapping<Entity>) Mappings.of(row.getClass());
        return mapping.read(row, mapping.key().name());
    }

    /// {@return a key as a part of an address}
    static String quoted(String key) {
        var text = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                text.append('_').append("%02X".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /// {@return the key that a part of an address means}
    static String unquoted(String part) {
        var text = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '_' && i + 2 < part.length() && hex(part, i + 1)) {
                text.append((char) Integer.parseInt(part.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean hex(String text, int at) {
        return at + 2 <= text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }

    /// {@return the row of this key among those of a query, or `null`}
    static <M extends Entity> @Nullable M find(QuerySet<M> rows, String key) {
        List<M> found = among(rows, List.of(key)).list();
        return found.isEmpty() ? null : found.getFirst();
    }

    /// {@return the rows of these keys among those of a query; texts that can be no key lead to
    /// none}
    static <M extends Entity> QuerySet<M> among(QuerySet<M> rows, Collection<String> keys) {
        ModelMapping<M> mapping = rows.mapping();
        String name = mapping.key().name();
        var parsed = new ArrayList<Object>();
        for (String key : keys) {
            try {
                parsed.add(TextValue.parse(mapping.sqlType(mapping.number(name)), key));
            } catch (BadLookupException none) {
                // No row has such a key: there is nothing to look for.
            }
        }
        return parsed.isEmpty() ? rows.none() : rows.filter(name + "__in", parsed);
    }
}
