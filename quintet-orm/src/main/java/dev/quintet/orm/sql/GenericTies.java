package dev.quintet.orm.sql;

import dev.quintet.orm.GenericTie;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// How a joined row is told that names a model and a key, or is named so: by a second column, which
/// keeps the key of the model's row in the registry.
///
/// The key is asked for inside of the statement, so that one text is right for every database; it
/// is found once for the statement, by the registry's unique index.
///
/// @param column that says of which model the row is
/// @param back whether the row that names others has been joined from, and not to
/// @param model that is named
/// @param registry the model of the registry's rows, as content types have it
/// @param key the kinds of the fields of the model's key, where the row keeps it as a text though
///   it is none, or is made of several; else empty
record GenericTies(
        String column,
        boolean back,
        ModelState model,
        ModelMapping<?> registry,
        List<SqlType> key) {

    private static final String APP = "appLabel";
    private static final String MODEL = "model";

    /// @param keeping the model that has the fields
    /// @param named the model that they name here
    static GenericTies of(
            ModelMapping<?> keeping, GenericTie tie, ModelMapping<?> named, boolean back) {
        var registry =
                Objects.requireNonNull(keeping.relation(tie.type()), tie.type()).target().get();
        SqlType kept = keeping.sqlType(keeping.number(tie.key()));
        List<SqlType> key =
                named.keyFields().stream()
                        .map(field -> named.sqlType(named.number(field.name())))
                        .toList();
        boolean same = key.size() == 1 && isText(key.getFirst());
        return new GenericTies(
                keeping.columns().get(keeping.number(tie.type())).column(),
                back,
                named.concrete().state(),
                registry,
                isText(kept) && !same ? key : List.of());
    }

    private static boolean isText(SqlType type) {
        return type instanceof SqlType.VarChar || type instanceof SqlType.Text;
    }

    /// {@return the second condition, which begins with ` AND `}
    String condition(Dialect dialect, String keepingAlias) {
        return " AND "
                + dialect.quote(keepingAlias)
                + "."
                + dialect.quote(column)
                + " = (SELECT "
                + dialect.quote(registry.key().column())
                + " FROM "
                + dialect.quote(registry.state().table())
                + " WHERE "
                + dialect.quote(column(APP))
                + " = "
                + literal(model.app())
                + " AND "
                + dialect.quote(column(MODEL))
                + " = "
                + literal(model.name().toLowerCase(Locale.ROOT))
                + ")";
    }

    private String column(String field) {
        return registry.columns().get(registry.number(field)).column();
    }

    private static String literal(String name) {
        return "'" + name.replace("\\", "").replace("'", "''") + "'";
    }

    /// {@return the model's key as rows keep it that name it: what `RowKey` writes}
    ///
    /// @param columns of the key
    String named(Dialect dialect, List<String> columns) {
        if (key.isEmpty()) {
            return columns.getFirst();
        }
        if (key.size() == 1) {
            return text(dialect, key.getFirst(), columns.getFirst());
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String part = columns.get(i);
            parts.add(
                    isText(key.get(i))
                            ? "REPLACE(REPLACE(" + part + ", '%', '%25'), '~', '%7E')"
                            : text(dialect, key.get(i), part));
        }
        return dialect.name().equals("mariadb")
                ? "CONCAT(" + String.join(", '~', ", parts) + ")"
                : "(" + String.join(" || '~' || ", parts) + ")";
    }

    private static String text(Dialect dialect, SqlType key, String column) {
        return switch (dialect.name()) {
            case "postgresql" -> "CAST(" + column + " AS varchar)";
            case "mariadb" ->
                    key instanceof SqlType.Uuid
                            ? "CONCAT_WS('-', " + String.join(", ", groups(column)) + ")"
                            : "CAST(" + column + " AS char)";
            default ->
                    key instanceof SqlType.Uuid
                            ? "(" + String.join(" || '-' || ", groups(column)) + ")"
                            : "CAST(" + column + " AS text)";
        };
    }

    /// UUIDs that are kept as 32 digits, in the groups that texts have hyphens between.
    private static List<String> groups(String column) {
        return Stream.of("1, 8", "9, 4", "13, 4", "17, 4", "21, 12")
                .map(digits -> "substr(" + column + ", " + digits + ")")
                .toList();
    }
}
