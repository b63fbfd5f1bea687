package dev.quintet.admin;

import dev.quintet.admin.table.TableFormat;
import dev.quintet.http.Response;
import dev.quintet.orm.ColumnText;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as a file that can be read again: their fields by name, as the database has them. Rows that
/// relations to many lead to are not in it, and nothing secret is.
final class Export {

    private Export() {}

    static <M extends Entity> Response of(
            ModelAdmin<M> admin, QuerySet<M> rows, TableFormat format) {
        ModelMapping<M> mapping = admin.mapping();
        List<String> names = names(mapping);
        String file = mapping.state().shownNamePlural().replace(' ', '-');
        return format.download(
                file + "." + format.extension(),
                names,
                rows.stream().map(row -> line(mapping, names, row)));
    }

    /// {@return the fields that a file has, the key first; a relation that several columns keep is
    /// one of them}
    static List<String> names(ModelMapping<?> mapping) {
        var names = new LinkedHashSet<>(key(mapping));
        for (FieldState field : mapping.columns()) {
            if (!field.secret()) {
                names.add(told(mapping, field));
            }
        }
        return List.copyOf(names);
    }

    /// {@return the fields that the key is made of, in its order}
    static List<String> key(ModelMapping<?> mapping) {
        return mapping.keyFields().stream().map(field -> told(mapping, field)).distinct().toList();
    }

    /// {@return the name that people know a column by: that of the relation that it is a part of,
    /// or its own}
    static String told(ModelMapping<?> mapping, FieldState field) {
        for (ModelRelation relation : mapping.relations()) {
            if (relation.parts().contains(field.name())) {
                return relation.name();
            }
        }
        return field.name();
    }

    private static <M extends Entity> List<@Nullable Object> line(
            ModelMapping<M> mapping, List<String> names, M row) {
        var line = new ArrayList<@Nullable Object>();
        for (String name : names) {
            line.add(stored(mapping, name, mapping.read(row, name)));
        }
        return line;
    }

    /// {@return a value as the database has it: a number, a truth value, or text that the form's
    /// field reads}
    @SuppressWarnings("unchecked") // the codec is of the field, and so is the value
    static @Nullable Object stored(ModelMapping<?> mapping, String name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (mapping.number(name) < 0) {
            return RowKey.text(value);
        }
        Object stored = ((Codec<Object>) mapping.fieldCodec(mapping.number(name))).encode(value);
        return switch (stored) {
            case Number number -> number;
            case Boolean truth -> truth;
            default -> ColumnText.of(stored);
        };
    }
}
