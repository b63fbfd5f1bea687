package dev.quintet.orm.schema;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The names of indexes and constraints that a model does not name: those that Django gives, so
/// that both can work on one database.
public final class DatabaseNames {

    private static final int DIGEST = 8;
    private static final int INDEX_DIGEST = 6;
    private static final int TABLE_PART = 11;
    private static final int COLUMN_PART = 7;

    private DatabaseNames() {}

    /// {@return the name of an index of a model. Django: `Index.set_name_with_model`}
    ///
    /// @param columns in order; one that begins with `-` runs downwards
    public static String index(String table, List<String> columns) {
        List<String> hashed = new ArrayList<>();
        hashed.add(table);
        hashed.addAll(columns);
        hashed.add("idx");
        String column = columns.getFirst();
        String bare = column.startsWith("-") ? column.substring(1) : column;
        String name =
                cut(table, TABLE_PART)
                        + "_"
                        + cut(bare, COLUMN_PART)
                        + "_"
                        + digest(hashed, INDEX_DIGEST)
                        + "_idx";
        boolean bad = name.startsWith("_") || Character.isDigit(name.charAt(0));
        return bad ? "D" + name.substring(1) : name;
    }

    /// {@return the name of an index that its model does not name}
    public static String of(ModelState model, IndexState index) {
        List<String> columns = new ArrayList<>();
        for (IndexState.Part part : index.parts()) {
            FieldState field = model.find(String.valueOf(part.field()));
            List<String> own =
                    field == null
                            ? List.of(String.valueOf(part.field()))
                            : ColumnSql.columns(model, field);
            own.forEach(column -> columns.add((part.descending() ? "-" : "") + column));
        }
        return index(model.table(), columns);
    }

    /// {@return the name of what belongs to some columns of a table. Django: `_create_index_name`}
    ///
    /// @param ending what it is, such as `_uniq`
    /// @param longest most characters of a name
    public static String of(String table, List<String> columns, String ending, int longest) {
        List<String> hashed = new ArrayList<>();
        hashed.add(table);
        hashed.addAll(columns);
        String hash = digest(hashed, DIGEST) + ending;
        String joined = String.join("_", columns);
        String name = table + "_" + joined + "_" + hash;
        if (name.length() <= longest) {
            return name;
        }
        if (hash.length() > longest / 3) {
            hash = hash.substring(0, longest / 3);
        }
        int other = (longest - hash.length()) / 2 - 1;
        name = cut(table, other) + "_" + cut(joined, other) + "_" + hash;
        boolean bad = name.startsWith("_") || Character.isDigit(name.charAt(0));
        return bad ? "D" + name.substring(0, name.length() - 1) : name;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String digest(List<String> parts, int length) {
        try {
            // No secret depends on it: it only tells long names apart, as Django does.
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            parts.forEach(part -> md5.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(md5.digest()).substring(0, length);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
