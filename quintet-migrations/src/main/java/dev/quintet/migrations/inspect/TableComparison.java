package dev.quintet.migrations.inspect;

import dev.quintet.migrations.inspect.Difference.Kind;
import dev.quintet.orm.inspect.LiveCheck;
import dev.quintet.orm.inspect.LiveColumn;
import dev.quintet.orm.inspect.LiveIndex;
import dev.quintet.orm.inspect.LiveKey;
import dev.quintet.orm.inspect.LiveTable;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds one table against what it should be.
final class TableComparison {

    private final String app;
    private final Dialect dialect;
    private final LiveTable wanted;
    private final LiveTable found;
    private final List<String> statements;
    private final List<Difference> differences = new ArrayList<>();

    /// @param statements that make the table as it should be
    TableComparison(
            String app,
            Dialect dialect,
            LiveTable wanted,
            LiveTable found,
            List<String> statements) {
        this.app = app;
        this.dialect = dialect;
        this.wanted = wanted;
        this.found = found;
        this.statements = statements;
    }

    List<Difference> differences() {
        columns();
        if (!wanted.key().equals(found.key())) {
            add(
                    Kind.KEY,
                    "",
                    String.join(", ", wanted.key()),
                    String.join(", ", found.key()),
                    List.of());
        }
        unmatched(
                wanted.indexes(),
                found.indexes(),
                TableComparison::same,
                Kind.INDEX,
                TableComparison::words,
                this::indexed,
                this::unindexed);
        unmatched(
                wanted.keys(),
                found.keys(),
                (one, other) -> words(one).equals(words(other)),
                Kind.FOREIGN_KEY,
                TableComparison::words,
                this::guarded,
                _ -> List.of());
        unmatched(
                wanted.checks(),
                found.checks(),
                (one, other) -> bare(one.condition()).equals(bare(other.condition())),
                Kind.CHECK,
                LiveCheck::condition,
                this::checked,
                _ -> List.of());
        return differences;
    }

    private void columns() {
        for (LiveColumn one : wanted.columns()) {
            LiveColumn other = column(found, one.name());
            if (other == null) {
                add(Kind.COLUMN, one.name(), one.written(), null, added(one));
                continue;
            }
            if (!sameType(one, other)) {
                add(Kind.TYPE, one.name(), one.written(), other.written(), typed(one));
            }
            if (one.nullable() != other.nullable()) {
                add(Kind.NULL, one.name(), takes(one), takes(other), nullable(one));
            }
            if (!Objects.equals(initial(one), initial(other))) {
                add(Kind.DEFAULT, one.name(), one.initial(), other.initial(), initially(one));
            }
            if (!Objects.equals(one.generated(), other.generated())) {
                add(Kind.COLUMN, one.name(), one.generated(), other.generated(), List.of());
            }
        }
        for (LiveColumn other : found.columns()) {
            if (column(wanted, other.name()) == null) {
                add(Kind.COLUMN, other.name(), null, other.written(), List.of());
            }
        }
    }

    private static @Nullable LiveColumn column(LiveTable table, String name) {
        return table.columns().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String initial(LiveColumn column) {
        String initial = column.initial();
        return initial == null || initial.equalsIgnoreCase("NULL") ? null : initial;
    }

    private static String takes(LiveColumn column) {
        return column.nullable() ? "NULL" : "NOT NULL";
    }

    private boolean sameType(LiveColumn one, LiveColumn other) {
        SqlType type = one.type();
        if (type == null || other.type() == null) {
            return one.written().equalsIgnoreCase(other.written());
        }
        if (one.auto() && other.auto() && dialect.name().equals("sqlite")) {
            return true;
        }
        boolean unlimited = dialect.name().equals("sqlite") && type instanceof SqlType.Decimal;
        return unlimited
                ? other.type() instanceof SqlType.Decimal
                : type.equals(other.type()) && one.unsigned() == other.unsigned();
    }

    private static boolean same(LiveIndex one, LiveIndex other) {
        return one.unique() == other.unique()
                && one.plain() == other.plain()
                && lower(one.columns()).equals(lower(other.columns()))
                && (one.plain() || bare(one.definition()).equals(bare(other.definition())));
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /// A number may stand in quotes: Django writes decimals so.
    private static String bare(String sql) {
        return sql.replaceAll("[\"`\\s]", "")
                .replaceAll("'(-?\\d+(?:\\.\\d+)?)'", "$1")
                .toLowerCase(Locale.ROOT);
    }

    private static String words(LiveIndex index) {
        return (index.unique() ? "unique " : "")
                + (index.plain()
                        ? "(" + String.join(", ", index.columns()) + ")"
                        : index.definition().strip());
    }

    private static String words(LiveKey key) {
        return "("
                + String.join(", ", key.columns())
                + ") to "
                + key.table()
                + " ("
                + String.join(", ", key.targets())
                + ")"
                + (key.rule().byDatabase() ? " " + key.rule() : "");
    }

    /// Pairs what is the same on both sides; what is left over is a difference.
    private <T> void unmatched(
            List<T> should,
            List<T> are,
            BiPredicate<T, T> same,
            Kind kind,
            Function<T, String> words,
            Function<T, List<String>> make,
            Function<T, List<String>> drop) {
        List<T> left = new ArrayList<>(are);
        for (T one : should) {
            T match = left.stream().filter(other -> same.test(one, other)).findFirst().orElse(null);
            if (match == null) {
                add(kind, name(one), words.apply(one), null, make.apply(one));
            } else {
                left.remove(match);
            }
        }
        left.forEach(other -> add(kind, name(other), null, words.apply(other), drop.apply(other)));
    }

    private static String name(Object part) {
        return switch (part) {
            case LiveIndex index -> index.name();
            case LiveKey key -> key.name().isEmpty() ? key.columns().getFirst() : key.name();
            case LiveCheck check -> check.name();
            default -> "";
        };
    }

    private void add(
            Kind kind,
            String what,
            @Nullable String expected,
            @Nullable String is,
            List<String> repair) {
        differences.add(new Difference(app, wanted.name(), kind, what, expected, is, repair));
    }

    private List<String> indexed(LiveIndex index) {
        if (!index.plain()) {
            return naming(index.name());
        }
        String name = index.name();
        if (name.startsWith("sqlite_")) {
            name = wanted.name() + "_" + String.join("_", index.columns()) + "_uniq";
        }
        return List.of(
                (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                        + dialect.quote(name)
                        + " ON "
                        + dialect.quote(wanted.name())
                        + " ("
                        + index.columns().stream()
                                .map(one ->
                                        one.startsWith("-")
                                                ? dialect.quote(one.substring(1)) + " DESC"
                                                : dialect.quote(one))
                                .collect(Collectors.joining(", "))
                        + ")");
    }

    private List<String> unindexed(LiveIndex index) {
        if (index.unique()) {
            return List.of(); // what it holds off may be meant: a person decides
        }
        return List.of(
                "DROP INDEX "
                        + dialect.quote(index.name())
                        + (dialect.name().equals("mariadb")
                                ? " ON " + dialect.quote(wanted.name())
                                : ""));
    }

    /// {@return the statement that makes something of this name, where it stands alone}
    private List<String> naming(String name) {
        return name.isEmpty()
                ? List.of()
                : statements.stream()
                        .filter(one -> !one.startsWith("CREATE TABLE"))
                        .filter(one -> one.contains(dialect.quote(name)))
                        .toList();
    }

    private List<String> guarded(LiveKey key) {
        return naming(key.name());
    }

    private List<String> checked(LiveCheck check) {
        boolean alters = !dialect.name().equals("sqlite");
        return alters && !check.name().isEmpty()
                ? List.of(
                        alter()
                                + "ADD CONSTRAINT "
                                + dialect.quote(check.name())
                                + " CHECK ("
                                + check.condition()
                                + ")")
                : List.of();
    }

    private String alter() {
        return "ALTER TABLE " + dialect.quote(wanted.name()) + " ";
    }

    private List<String> added(LiveColumn column) {
        boolean possible =
                column.generated() == null
                        && !column.auto()
                        && (column.nullable() || column.initial() != null);
        return possible
                ? List.of(
                        alter()
                                + "ADD COLUMN "
                                + dialect.quote(column.name())
                                + " "
                                + column.written()
                                + (column.initial() == null ? "" : " DEFAULT " + column.initial())
                                + " "
                                + takes(column))
                : List.of();
    }

    private List<String> typed(LiveColumn column) {
        return dialect.name().equals("postgresql") && column.generated() == null
                ? List.of(
                        alter()
                                + "ALTER COLUMN "
                                + dialect.quote(column.name())
                                + " TYPE "
                                + column.written()
                                + " USING "
                                + dialect.quote(column.name())
                                + "::"
                                + column.written())
                : List.of();
    }

    private List<String> nullable(LiveColumn column) {
        return dialect.name().equals("postgresql")
                ? List.of(
                        alter()
                                + "ALTER COLUMN "
                                + dialect.quote(column.name())
                                + (column.nullable() ? " DROP NOT NULL" : " SET NOT NULL"))
                : List.of();
    }

    private List<String> initially(LiveColumn column) {
        if (dialect.name().equals("sqlite")) {
            return List.of();
        }
        return List.of(
                alter()
                        + "ALTER COLUMN "
                        + dialect.quote(column.name())
                        + (column.initial() == null
                                ? " DROP DEFAULT"
                                : " SET DEFAULT " + column.initial()));
    }
}
