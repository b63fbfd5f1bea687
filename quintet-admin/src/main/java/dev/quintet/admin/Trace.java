package dev.quintet.admin;

import dev.quintet.kernel.text.Words;
import dev.quintet.orm.ColumnText;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the columns of a row hold, as texts that can be put back. Nothing secret is among them, nor
/// what only the database sets, nor what is very long.
final class Trace {

    /// The part of an entry of the log that Django passes over.
    static final String UNDO = "undo";

    static final String BEFORE = "before";
    static final String AFTER = "after";
    static final String RUN = "run";

    private static final int LONGEST = 20_000;
    private static final int SHOWN = 200;

    private Trace() {}

    /// {@return what a row holds, by the names of its fields}
    static <M extends Entity> Map<String, @Nullable String> of(ModelMapping<M> mapping, M row) {
        var texts = new LinkedHashMap<String, @Nullable String>();
        for (FieldState field : mapping.columns()) {
            if (keeps(mapping, field)) {
                // A relation that several columns keep goes back as one, or not at all.
                String name = Export.told(mapping, field);
                texts.put(name, text(mapping, row, name));
            }
        }
        return texts;
    }

    /// {@return what one field of a row holds}
    static <M extends Entity> @Nullable String text(ModelMapping<M> mapping, M row, String name) {
        Object stored = Export.stored(mapping, name, mapping.read(row, name));
        return stored == null ? null : stored.toString();
    }

    private static boolean keeps(ModelMapping<?> mapping, FieldState field) {
        if (field.secret() || field.primaryKey() || field.generated() != null) {
            return false;
        }
        return switch (mapping.sqlType(mapping.number(field.name()))) {
            case SqlType.Binary _, SqlType.ArrayOf _, SqlType.Hstore _, SqlType.TargetKey _ ->
                    false;
            default -> true;
        };
    }

    /// {@return whether a field of this name can be put back}
    static boolean keeps(ModelMapping<?> mapping, String name) {
        ModelRelation relation = mapping.relation(name);
        int number =
                mapping.number(
                        relation != null && relation.parted() ? relation.parts().getFirst() : name);
        return number >= 0 && keeps(mapping, mapping.columns().get(number));
    }

    /// Puts what a field held back into a row.
    ///
    /// @throws BadLookupException when the text can be no value of the field
    @SuppressWarnings("unchecked") // the codec is of the field
    static <M extends Entity> void put(
            ModelMapping<M> mapping, M row, String name, @Nullable String text)
            throws BadLookupException {
        if (text == null) {
            mapping.write(row, name, null);
            return;
        }
        ModelRelation relation = mapping.relation(name);
        if (relation != null && relation.parted()) {
            Object key = RowKey.read(relation.target().get(), text);
            if (key == null) {
                throw new BadLookupException();
            }
            mapping.write(row, name, key);
            return;
        }
        Object stored = ColumnText.read(mapping.sqlType(mapping.number(name)), text);
        if (stored == null) {
            throw new BadLookupException();
        }
        var codec = (Codec<Object>) mapping.fieldCodec(mapping.number(name));
        mapping.write(row, name, codec.decode(stored));
    }

    /// {@return the fields that are not any more what they were; none where one is too long to be
    /// kept}
    static List<String> changed(
            Map<String, @Nullable String> before, Map<String, @Nullable String> after) {
        var names = new ArrayList<String>();
        for (var field : before.entrySet()) {
            if (!Objects.equals(field.getValue(), after.get(field.getKey()))) {
                if (length(field.getValue()) + length(after.get(field.getKey())) > LONGEST) {
                    return List.of();
                }
                names.add(field.getKey());
            }
        }
        return names;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /// Adds to a message of the log what is needed to undo it.
    ///
    /// @param run the bulk change that it is part of, or `null`
    static void add(
            List<Map<String, ?>> message,
            Map<String, @Nullable String> before,
            Map<String, @Nullable String> after,
            @Nullable Long run) {
        List<String> names = changed(before, after);
        if (names.isEmpty()) {
            return;
        }
        var undo = new LinkedHashMap<String, Object>();
        undo.put(BEFORE, only(before, names));
        undo.put(AFTER, only(after, names));
        if (run != null) {
            undo.put(RUN, run);
        }
        message.add(Map.of(UNDO, undo));
    }

    private static Map<String, @Nullable String> only(
            Map<String, @Nullable String> texts, List<String> names) {
        var some = new LinkedHashMap<String, @Nullable String>();
        names.forEach(name -> some.put(name, texts.get(name)));
        return some;
    }

    /// {@return the part of the log that says which fields were changed, as a form's does}
    static Map<String, ?> described(
            ModelMapping<?> mapping,
            Map<String, @Nullable String> before,
            Map<String, @Nullable String> after,
            List<String> names) {
        var labels = new ArrayList<String>();
        var from = new ArrayList<String>();
        var to = new ArrayList<String>();
        for (String name : names) {
            String label = FieldAt.find(mapping, name).field().verboseName();
            labels.add(Words.capFirst(label.isEmpty() ? name : label));
            from.add(shown(before.get(name)));
            to.add(shown(after.get(name)));
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("fields", labels);
        fields.put("from", from);
        fields.put("to", to);
        return Map.of("changed", fields);
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
