package dev.quintet.admin;

import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a form had shown of a row, in short: a few digits a field, so that one can tell later which
/// fields somebody else has changed.
final class Seen {

    private static final int DIGITS = 12;

    private Seen() {}

    /// {@return what a row holds, in short}
    ///
    /// @param names of the fields that the form has; those without a column are left out
    static <M extends Entity> String of(ModelMapping<M> mapping, M row, Collection<String> names) {
        var parts = new ArrayList<String>();
        for (String name : names) {
            ModelRelation relation = mapping.relation(name);
            if (mapping.number(name) >= 0 || (relation != null && relation.parted())) {
                parts.add(name + ":" + digest(String.valueOf(mapping.read(row, name))));
            }
        }
        return String.join(",", parts);
    }

    private static String digest(String value) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    /// {@return the names of the fields that are not what was shown; none where nothing is known}
    static List<String> differences(String shown, String is) {
        Map<String, String> before = read(shown);
        var names = new ArrayList<String>();
        read(is).forEach((name, now) -> {
            String then = before.get(name);
            if (then != null && !Objects.equals(then, now)) {
                names.add(name);
            }
        });
        return names;
    }

    private static Map<String, String> read(String text) {
        var all = new LinkedHashMap<String, String>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                all.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return all;
    }
}
