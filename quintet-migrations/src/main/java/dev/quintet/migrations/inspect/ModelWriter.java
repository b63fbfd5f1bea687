package dev.quintet.migrations.inspect;

import dev.quintet.orm.inspect.LiveCheck;
import dev.quintet.orm.inspect.LiveColumn;
import dev.quintet.orm.inspect.LiveIndex;
import dev.quintet.orm.inspect.LiveKey;
import dev.quintet.orm.inspect.LiveTable;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Writes one table as a model. What a model cannot say is a comment beside it.
final class ModelWriter {

    private static final String ORM = "dev.quintet.orm.";

    private final LiveTable table;
    private final Map<String, LiveTable> tables;
    private final Map<String, String> types;
    private final String packageName;
    private final String dialect;
    private final Set<String> imports = new TreeSet<>();
    private final Set<String> statics = new TreeSet<>();
    private final JavaNames names = new JavaNames();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> nested = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();
    private final Set<LiveIndex> told = new LinkedHashSet<>();
    private final List<JoinTables.Join> joins = new ArrayList<>();
    private final ToldKeys keys;
    private final Set<LiveKey> written = new LinkedHashSet<>();
    private List<String> ids = List.of();

    /// @param tables all that are written, by name
    /// @param types names of their classes, by table; in full where they are not written here
    ModelWriter(
            LiveTable table,
            Map<String, LiveTable> tables,
            Map<String, String> types,
            String packageName,
            String dialect) {
        this.table = table;
        this.tables = tables;
        this.types = types;
        this.packageName = packageName;
        this.dialect = dialect;
        this.keys = new ToldKeys(table, tables);
    }

    /// Gives the model a many-to-many relation.
    void add(JoinTables.Join join) {
        joins.add(join);
    }

    WrittenModel write() {
        String type = Objects.requireNonNull(types.get(table.name()));
        List<String> key = key();
        ids = key;
        boolean usual = isUsualKey(key);
        var body = new StringBuilder();
        for (LiveColumn column : inOrder(key)) {
            if (usual && key.contains(column.name())) {
                fields.put(column.name(), names.field("id"));
            } else {
                String field = field(column, key.contains(column.name()));
                body.append(field.isEmpty() ? "" : "\n").append(field);
            }
        }
        for (JoinTables.Join join : joins) {
            body.append("\n    public final ")
                    .append(use("ManyToMany"))
                    .append('<')
                    .append(typeOf(join.target()))
                    .append("> ")
                    .append(names.field(join.name()))
                    .append(" = manyToMany();\n");
        }
        String meta = meta(type);
        nested.forEach(one -> body.append('\n').append(one));
        for (LiveCheck check : table.checks()) {
            if (!isOwn(check)) {
                unsaid.add("The database checks: " + check.condition());
            }
        }
        var text = new StringBuilder();
        text.append("/// ").append(sentence()).append('\n');
        for (String one : unsaid) {
            text.append("///\n/// ").append(SourceText.oneLine(one)).append('\n');
        }
        text.append(meta);
        String above = use(usual ? "Model" : "Entity");
        text.append("public class ").append(type).append(" extends ").append(above).append(" {\n");
        text.append(body).append("}\n");
        return new WrittenModel(table.name(), type, header() + text);
    }

    private String header() {
        var header = new StringBuilder("package ").append(packageName).append(";\n\n");
        statics.forEach(one -> header.append("import static ").append(one).append(";\n"));
        if (!statics.isEmpty()) {
            header.append('\n');
        }
        imports.forEach(one -> header.append("import ").append(one).append(";\n"));
        return header.append('\n').toString();
    }

    private String sentence() {
        if (!table.comment().isEmpty()) {
            return SourceText.oneLine(table.comment());
        }
        return "A row of the " + (table.view() ? "view" : "table") + " `" + table.name() + "`.";
    }

    /// The columns that tell the rows apart.
    private List<String> key() {
        if (!table.key().isEmpty()) {
            return table.key();
        }
        String what = table.view() ? "A view" : "This table";
        for (LiveIndex index : table.indexes()) {
            boolean whole =
                    index.columns().stream()
                            .noneMatch(one -> one.startsWith("-") || table.column(one).nullable());
            if (index.unique() && index.plain() && whole) {
                unsaid.add(what + " has no key; what no two rows agree in is taken for one.");
                return index.columns();
            }
        }
        LiveColumn first =
                table.columns().stream()
                        .filter(one -> one.name().equalsIgnoreCase("id"))
                        .findFirst()
                        .orElse(table.columns().getFirst());
        unsaid.add(
                what
                        + " has no key; @Id is a guess: make sure that "
                        + first.name()
                        + " tells the rows apart.");
        return List.of(first.name());
    }

    /// The columns in their order, but for those of a key of several: its order is that of the
    /// fields.
    private List<LiveColumn> inOrder(List<String> key) {
        if (key.size() < 2) {
            return table.columns();
        }
        var columns = new ArrayList<LiveColumn>();
        key.forEach(name -> columns.add(table.column(name)));
        table.columns().stream().filter(one -> !key.contains(one.name())).forEach(columns::add);
        return columns;
    }

    private boolean isUsualKey(List<String> key) {
        if (key.size() != 1 || !key.getFirst().equals("id")) {
            return false;
        }
        LiveColumn column = table.column("id");
        return column.auto() && isWide(column) && keys.single("id") == null;
    }

    /// Whether a number has 8 bytes. SQLite's keys that number themselves all do; those that Django
    /// made of 4 are told by the columns that lead to them.
    private boolean isWide(LiveColumn column) {
        if (!column.auto() || !dialect.equals("sqlite")) {
            return column.type() instanceof SqlType.BigInt;
        }
        for (LiveTable other : tables.values()) {
            for (LiveKey key : other.keys()) {
                if (key.table().equalsIgnoreCase(table.name())
                        && key.targets().equals(List.of(column.name()))) {
                    SqlType kept = other.column(key.columns().getFirst()).type();
                    return !(kept instanceof SqlType.Int);
                }
            }
        }
        return true;
    }

    private String field(LiveColumn column, boolean inKey) {
        LiveKey key = keys.single(column.name());
        ToldKeys.Wide told = keys.wide(column.name());
        if (told != null && told.columns().stream().allMatch(one -> ids.contains(one) == inKey)) {
            return written.add(told.key()) ? wide(column, told, inKey) : "";
        }
        if (column.generated() != null) {
            return unwritten(column, "the database makes it: " + column.generated());
        }
        if (key != null) {
            return relation(column, key, inKey);
        }
        for (LiveKey wide : table.keys()) {
            if (wide.columns().indexOf(column.name()) == 0) {
                unsaid.add(
                        "A foreign key that no relation can say: ("
                                + String.join(", ", wide.columns())
                                + ") to "
                                + wide.table()
                                + " ("
                                + String.join(", ", wide.targets())
                                + ").");
            }
        }
        SqlType type = column.type();
        if (type == null && column.labels().isEmpty()) {
            return unwritten(column, "a model knows no type for it");
        }
        return plain(column, inKey);
    }

    private static String unwritten(LiveColumn column, String why) {
        return "    // Left out: "
                + SourceText.oneLine(column.name() + " " + column.written() + ", because " + why)
                + ".\n";
    }

    private String plain(LiveColumn column, boolean inKey) {
        String name = names.field(column.name());
        fields.put(column.name(), name);
        boolean nullable = column.nullable() && !inKey;
        var options = new LinkedHashMap<String, String>();
        String type = type(column, nullable, name, options);
        common(column, name, "", inKey, options);
        var text = new StringBuilder();
        comment(column, text);
        if (inKey) {
            text.append("    @")
                    .append(use("Id"))
                    .append(column.auto() ? "(generated = true)" : "")
                    .append('\n');
        }
        annotate(options, text);
        return text.append("    public ")
                .append(type)
                .append(' ')
                .append(name)
                .append(";\n")
                .toString();
    }

    /// A relation by several columns, where the first of them stands.
    private String wide(LiveColumn column, ToldKeys.Wide told, boolean inKey) {
        LiveKey key = told.key();
        String type = typeOf(key.table());
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String stem = told.stem();
        String name = names.field(stem == null ? simple : stem);
        boolean one =
                (!inKey && ToldKeys.isUnique(table, key.columns()))
                        || Set.copyOf(key.columns()).equals(Set.copyOf(table.key()));
        var options = new LinkedHashMap<String, String>();
        if (!inKey) {
            tell(key.columns(), one);
        }
        relatedName(key, name, options);
        if (stem == null) {
            options.put("columns", SourceText.quotedAll(told.columns()));
        } else if (!stem.equals(SourceText.snake(name))) {
            options.put("column", SourceText.quoted(stem));
        }
        return declared(column, key, name, one, column.nullable() && !inKey, inKey, options);
    }

    /// Two relations to one model need two names for their ways back.
    private void relatedName(LiveKey key, String name, Map<String, String> options) {
        long same = table.keys().stream().filter(k -> k.table().equals(key.table())).count();
        if (same > 1) {
            options.put(
                    "relatedName",
                    SourceText.quoted(SourceText.lower(types.get(table.name())) + "_" + name));
        }
    }

    private String relation(LiveColumn column, LiveKey key, boolean inKey) {
        String stem = column.name().replaceFirst("(?i)(?<=.)_?id$", "");
        String name = names.field(stem);
        fields.put(column.name(), name);
        LiveTable target = Objects.requireNonNull(tables.get(key.table()));
        boolean one =
                (!inKey && ToldKeys.isUnique(table, key.columns()))
                        || key.columns().equals(table.key());
        boolean nullable = column.nullable() && !inKey;
        var options = new LinkedHashMap<String, String>();
        if (!inKey) {
            tell(key.columns(), one);
        }
        if (!target.key().equals(key.targets())) {
            options.put("to", SourceText.quoted(new JavaNames().field(key.targets().getFirst())));
        }
        relatedName(key, name, options);
        common(column, name, "_id", inKey, options);
        return declared(column, key, name, one, nullable, inKey, options);
    }

    private String declared(
            LiveColumn column,
            LiveKey key,
            String name,
            boolean one,
            boolean nullable,
            boolean inKey,
            Map<String, String> options) {
        String rule = key.rule().name();
        statics.add(ORM + "OnDelete." + rule);
        var text = new StringBuilder();
        comment(column, text);
        if (inKey) {
            text.append("    @").append(use("Id")).append('\n');
        }
        annotate(options, text);
        return text.append("    public final ")
                .append(use(one ? "OneToOne" : "ForeignKey"))
                .append('<')
                .append(nullable ? "@" + nullableWord() + " " : "")
                .append(typeOf(key.table()))
                .append("> ")
                .append(name)
                .append(" = ")
                .append(one ? "oneToOne" : "foreignKey")
                .append('(')
                .append(rule)
                .append(");\n")
                .toString();
    }

    /// The class of a table, which may be one that the site has.
    private String typeOf(String other) {
        String type = Objects.requireNonNull(types.get(other));
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (simple.equals(type) || types.containsValue(simple)) {
            return type;
        }
        imports.add(type);
        return simple;
    }

    /// What columns of all kinds may say.
    private void common(
            LiveColumn column,
            String name,
            String ending,
            boolean inKey,
            Map<String, String> options) {
        List<String> alone = List.of(column.name());
        if (!inKey && ending.isEmpty()) {
            if (ToldKeys.isUnique(table, alone)) {
                options.put("unique", "true");
                tell(alone, true);
            } else if (table.indexes().stream()
                    .anyMatch(one -> one.plain() && one.columns().equals(alone))) {
                options.put("index", "true");
                tell(alone, false);
            }
        }
        if (column.initial() != null && !inKey) {
            options.put("databaseDefault", SourceText.quoted(column.initial()));
        }
        if (!column.name().equals(SourceText.snake(name) + ending)) {
            options.put("column", SourceText.quoted(column.name()));
        }
        if (!column.comment().isEmpty()) {
            options.put("comment", SourceText.quoted(column.comment()));
        }
    }

    private void tell(List<String> columns, boolean unique) {
        for (LiveIndex index : table.indexes()) {
            boolean same = index.columns().equals(columns);
            // PostgreSQL has a second index for LIKE beside that of a text.
            if (same
                    && ((index.plain() && (index.unique() == unique || !index.unique()))
                            || index.definition().contains("_pattern_ops"))) {
                told.add(index);
            }
        }
    }

    private String type(
            LiveColumn column, boolean nullable, String field, Map<String, String> options) {
        if (!column.labels().isEmpty()) {
            return mark(nullable) + enumeration(column, field);
        }
        SqlType sql = Objects.requireNonNull(column.type());
        if (sql instanceof SqlType.VarChar(int length)) {
            options.put("maxLength", String.valueOf(length));
        }
        if (sql instanceof SqlType.Decimal(int digits, int decimals)) {
            boolean open = digits == 0;
            options.put("digits", String.valueOf(open ? 20 : digits));
            options.put("decimals", String.valueOf(open ? 6 : decimals));
            if (open && !dialect.equals("sqlite")) {
                unsaid.add(column.name() + " has no limit of digits; 20 and 6 are a guess.");
            }
        }
        if (sql instanceof SqlType.Inet) {
            options.put("format", use("TextFormat") + ".IP_ADDRESS");
        }
        if (isPositive(column)) {
            options.put("positive", "true");
        }
        if (sql instanceof SqlType.Binary && nullable) {
            return "byte @" + nullableWord() + " []";
        }
        boolean wide = column.auto() && isWide(column);
        return mark(nullable) + javaType(wide ? new SqlType.BigInt() : sql, nullable);
    }

    private boolean isPositive(LiveColumn column) {
        boolean whole =
                column.type() instanceof SqlType.Int
                        || column.type() instanceof SqlType.BigInt
                        || column.type() instanceof SqlType.SmallInt;
        return whole
                && !column.auto()
                && ((dialect.equals("mariadb") && column.unsigned())
                        || table.checks().stream().anyMatch(one -> isPositive(one, column)));
    }

    private static boolean isPositive(LiveCheck check, LiveColumn column) {
        String bare = check.condition().replaceAll("[\"`()\\s]", "");
        return bare.equals(column.name() + ">=0");
    }

    /// Whether a field says it: a number that is never below zero, a JSON document.
    private boolean isOwn(LiveCheck check) {
        String bare = check.condition().toLowerCase(java.util.Locale.ROOT);
        return bare.contains("json_valid")
                || table.columns().stream().anyMatch(one -> isPositive(check, one));
    }

    private String javaType(SqlType sql, boolean nullable) {
        return switch (sql) {
            case SqlType.VarChar _, SqlType.Text _ -> "String";
            case SqlType.SmallInt _ -> nullable ? "Short" : "short";
            case SqlType.Int _ -> nullable ? "Integer" : "int";
            case SqlType.BigInt _, SqlType.TargetKey _ -> nullable ? "Long" : "long";
            case SqlType.Decimal _ -> imported("java.math.BigDecimal");
            case SqlType.DoublePrecision _ -> nullable ? "Double" : "double";
            case SqlType.Bool _ -> nullable ? "Boolean" : "boolean";
            case SqlType.Date _ -> imported("java.time.LocalDate");
            case SqlType.Time _ -> imported("java.time.LocalTime");
            case SqlType.Timestamp _ -> imported("java.time.Instant");
            case SqlType.LocalTimestamp _ -> imported("java.time.LocalDateTime");
            case SqlType.Interval _ -> imported("java.time.Duration");
            case SqlType.Uuid _ -> imported("java.util.UUID");
            case SqlType.Binary _ -> "byte[]";
            case SqlType.Json _ -> "Object"; // a number is a document too
            case SqlType.Inet _ -> "String";
            case SqlType.Hstore _ -> imported("java.util.Map") + "<String, String>";
            case SqlType.ArrayOf(var element) ->
                    imported("java.util.List") + "<" + javaType(element, true) + ">";
            case SqlType.RangeOf(var bound) -> use("Range") + "<" + javaType(bound, true) + ">";
        };
    }

    private String enumeration(LiveColumn column, String field) {
        String name = new JavaNames().type(field);
        var constants = new JavaNames();
        var text = new StringBuilder("    /// The values of `" + column.name() + "`.\n");
        text.append("    public enum ").append(name).append(" {\n");
        for (int i = 0; i < column.labels().size(); i++) {
            String label = column.labels().get(i);
            text.append("        ")
                    .append(constants.constant(label))
                    .append('(')
                    .append(SourceText.quoted(label))
                    .append(i == column.labels().size() - 1 ? ");\n" : "),\n");
        }
        text.append("\n        private final String value;\n\n        ")
                .append(name)
                .append("(String value) {\n            this.value = value;\n        }\n\n")
                .append("        /// {@return what the column holds}\n")
                .append("        public String value() {\n            return value;\n        }\n")
                .append("    }\n");
        nested.add(text.toString());
        unsaid.add(
                column.name()
                        + " is of the database's own type "
                        + (column.written().startsWith("enum(") ? "enum" : column.written())
                        + "; migrations would make a text of it.");
        return name;
    }

    private String meta(String type) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("table", SourceText.quoted(table.name()));
        if (table.view()) {
            parts.put("managed", "false");
        }
        String indexes = together(false);
        if (!indexes.isEmpty()) {
            parts.put("indexes", indexes);
        }
        String unique = together(true);
        if (!unique.isEmpty()) {
            parts.put("unique", unique);
        }
        if (!table.comment().isEmpty()) {
            parts.put("comment", SourceText.quoted(table.comment()));
        }
        if (needsCatalogue(type)) {
            parts.put("catalog", SourceText.quoted(type + "Rows"));
        }
        return "@" + use("Meta") + SourceText.arguments(parts, 8) + "\n";
    }

    /// A class whose plural may be itself, or the name of another one.
    private boolean needsCatalogue(String type) {
        return type.matches(
                        ".*(?:s|Data|Media|Information|Equipment|Money|Software|Metadata|Fish|Sheep|Deer|Aircraft)")
                || types.containsValue(type + "s")
                || types.containsValue(type + "es")
                || types.containsValue(type.replaceFirst("y$", "ies"));
    }

    private String together(boolean unique) {
        var all = new ArrayList<String>();
        for (LiveIndex index : table.indexes()) {
            if (index.unique() != unique || told.contains(index)) {
                continue;
            }
            boolean known =
                    index.plain()
                            && index.columns().stream()
                                    .allMatch(one -> fields.containsKey(bare(one)));
            if (!known || (unique && index.columns().stream().anyMatch(c -> c.startsWith("-")))) {
                unsaid.add(
                        (unique ? "A unique index" : "An index")
                                + " that @Meta cannot say: "
                                + index.name()
                                + " "
                                + index.definition());
                continue;
            }
            var parts = new LinkedHashMap<String, String>();
            parts.put(
                    "fields",
                    index.columns().stream()
                            .map(one ->
                                    SourceText.quoted(
                                            (one.startsWith("-") ? "-" : "")
                                                    + fields.get(bare(one))))
                            .collect(java.util.stream.Collectors.joining(", ", "{", "}")));
            if (index.name().length() <= 30 && !index.name().startsWith("sqlite_")) {
                parts.put("name", SourceText.quoted(index.name()));
            }
            all.add("@" + use(unique ? "Unique" : "Index") + SourceText.arguments(parts, 16));
        }
        return switch (all.size()) {
            case 0 -> "";
            case 1 -> all.getFirst();
            default -> "{\n            " + String.join(",\n            ", all) + "\n        }";
        };
    }

    private static String bare(String column) {
        return column.startsWith("-") ? column.substring(1) : column;
    }

    private static void comment(LiveColumn column, StringBuilder text) {
        if (!column.comment().isEmpty()) {
            text.append("    /// ").append(SourceText.oneLine(column.comment())).append('\n');
        }
    }

    private void annotate(Map<String, String> options, StringBuilder text) {
        if (!options.isEmpty()) {
            text.append("    @")
                    .append(use("Field"))
                    .append(SourceText.arguments(options, 12))
                    .append('\n');
        }
    }

    private String mark(boolean nullable) {
        return nullable ? "@" + nullableWord() + " " : "";
    }

    private String nullableWord() {
        return imported("org.jspecify.annotations.Nullable");
    }

    private String use(String simple) {
        return imported(ORM + simple);
    }

    private String imported(String qualified) {
        imports.add(qualified);
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
