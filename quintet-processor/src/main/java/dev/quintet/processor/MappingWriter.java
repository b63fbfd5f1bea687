package dev.quintet.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a model's mapping: how its objects are made from rows, read, changed and compared.
final class MappingWriter {

    private final ModelClass model;
    private final Names names;
    private final StateWriter state;
    private final String type;
    private final List<ModelField.Stored> stored;
    private final Map<ModelField, String> relations = new HashMap<>();
    private final Map<String, String> codecs = new HashMap<>();

    MappingWriter(ModelClass model, Names names) {
        this.model = model;
        this.names = names;
        this.state = new StateWriter(model, names);
        this.type = names.of(model.name().type());
        this.stored = model.stored();
        var taken = new HashSet<>(Set.of("INSTANCE"));
        for (ModelField.Leading field : model.leading()) {
            relations.put(field, free(Naming.snake(field.name()), taken));
        }
        for (ModelField.Stored field : stored) {
            if (field instanceof ModelField.Plain && field.kind() == FieldKind.ENUM) {
                String name = Fields.name(field.type());
                String simple = name.substring(name.lastIndexOf('.') + 1);
                codecs.computeIfAbsent(name, _ -> free(Naming.snake(simple) + "_codec", taken));
            }
        }
    }

    void write(Source body) {
        body.doc(
                "Between the rows of `"
                        + model.name().table().replace("`", "'")
                        + "` and {@link "
                        + type
                        + "}.");
        body.open(
                "public static final class Mapping extends "
                        + names.of(Orm.PACKAGE + ".ModelMapping")
                        + "<"
                        + type
                        + ">");
        constants(body);
        constructor(body);
        state.write(body);
        create(body);
        loading(body);
        reading(body);
        assign(body);
        comparing(body);
        relations(body);
        snapshot(body);
        body.close();
    }

    private void constants(Source body) {
        String relation = names.of(Orm.PACKAGE + ".ModelRelation");
        for (ModelField.Leading field : model.leading()) {
            String target = names.inCode(field.target().qualifiedCatalogue()) + ".Mapping.INSTANCE";
            String name = Source.quoted(field.name());
            String made =
                    switch (field) {
                        case ModelField.ToOne _ -> "toOne(" + name + ", () -> " + target + ")";
                        case ModelField.Many many ->
                                "manyToMany("
                                        + name
                                        + ", () -> "
                                        + target
                                        + ", "
                                        + state.through(many)
                                        + ")";
                        case ModelField.Reverse reverse ->
                                (reverse.one() ? "reverseOne(" : "reverse(")
                                        + name
                                        + ", () -> "
                                        + target
                                        + ", "
                                        + Source.quoted(reverse.field())
                                        + ")";
                    };
            body.line(
                    "private static final "
                            + relation
                            + " "
                            + relations.get(field)
                            + " = "
                            + made
                            + ";");
        }
        codecs.forEach((enumType, constant) -> {
            String simple = enumName(enumType);
            body.line(
                    "private static final "
                            + names.of(Orm.PACKAGE + ".sql.Codec")
                            + "<"
                            + simple
                            + "> "
                            + constant
                            + " = "
                            + names.inCode(Orm.PACKAGE + ".sql.Codec")
                            + ".enumOf("
                            + simple
                            + ".class);");
        });
        if (!model.leading().isEmpty() || !codecs.isEmpty()) {
            body.gap();
        }
        body.doc("The only one.");
        body.line("public static final Mapping INSTANCE = new Mapping();");
    }

    private String enumName(String enumType) {
        for (ModelField.Stored field : stored) {
            if (field.kind() == FieldKind.ENUM && Fields.name(field.type()).equals(enumType)) {
                return names.of(field.type());
            }
        }
        return enumType;
    }

    private void constructor(Source body) {
        String all = model.leading().stream().map(relations::get).collect(Collectors.joining(", "));
        body.gap();
        body.open("private Mapping()");
        body.line(
                "super("
                        + type
                        + ".class, described(), "
                        + names.inCode("java.util.List")
                        + ".of("
                        + all
                        + "));");
        body.close();
    }

    private void create(Source body) {
        method(body, type + " create()");
        body.line("return new " + type + "();");
        body.close();
    }

    private void loading(Source body) {
        String row = names.of(Orm.PACKAGE + ".sql.Row");
        method(body, "void loadAll(" + type + " it, " + row + " row, int first)");
        for (int number = 0; number < stored.size(); number++) {
            body.line(load(stored.get(number), number == 0 ? "first" : "first + " + number) + ";");
        }
        body.close();
        method(body, "void load(" + type + " it, int field, " + row + " row, int column)");
        body.open("switch (field)");
        for (int number = 0; number < stored.size(); number++) {
            body.line("case " + number + " -> " + load(stored.get(number), "column") + ";");
        }
        body.line(unknownNumber());
        body.close();
        body.close();
    }

    /// Sets a field from a column of the row.
    private String load(ModelField.Stored stored, String column) {
        String orNull = "row." + stored.kind().readerOrNull() + "(" + column + ")";
        return switch (stored) {
            case ModelField.ToOne one -> key(one, "setKey(" + orNull + ")");
            case ModelField.Plain field -> {
                String codec = codec(field);
                String read = codec == null ? orNull : decoded(codec, orNull);
                if (field.kind() == FieldKind.DECIMAL) {
                    read = "row.decimal(" + column + ", " + field.options().decimals() + ")";
                }
                if (field.primitive()) {
                    read = "row." + field.kind().reader() + "(" + column + ")";
                    read = field.kind() == FieldKind.INT16 ? "(short) " + read : read;
                }
                yield "it." + field.name() + " = " + read;
            }
        };
    }

    private String decoded(String codec, String read) {
        return values() + ".decoded(" + codec + ", " + read + ")";
    }

    private void reading(Source body) {
        String object = names.of("java.lang.Object");
        method(body, object + " stored(" + type + " it, int field)");
        body.open("return switch (field)");
        for (int number = 0; number < stored.size(); number++) {
            ModelField.Stored field = stored.get(number);
            String codec = codec(field);
            String value = value(field);
            body.line(
                    "case "
                            + number
                            + " -> "
                            + (codec == null
                                    ? value
                                    : values() + ".encoded(" + codec + ", " + value + ")")
                            + ";");
        }
        closeSwitch(body);
        body.close();
        method(body, object + " value(" + type + " it, int field)");
        body.open("return switch (field)");
        for (int number = 0; number < stored.size(); number++) {
            body.line("case " + number + " -> " + value(stored.get(number)) + ";");
        }
        closeSwitch(body);
        body.close();
        method(body, names.of(Orm.PACKAGE + ".sql.Codec") + "<?> codec(int field)");
        String identity = names.inCode(Orm.PACKAGE + ".sql.Codec") + ".identity()";
        if (stored.stream().allMatch(field -> codec(field) == null)) {
            body.line("return " + identity + ";");
        } else {
            body.open("return switch (field)");
            for (int number = 0; number < stored.size(); number++) {
                String codec = codec(stored.get(number));
                if (codec != null) {
                    body.line("case " + number + " -> " + codec + ";");
                }
            }
            body.line("default -> " + identity + ";");
            closeExpression(body);
        }
        body.close();
    }

    private void assign(Source body) {
        method(
                body,
                "void assign("
                        + type
                        + " it, int field, "
                        + names.of("java.lang.Object")
                        + " value)");
        body.open("switch (field)");
        for (int number = 0; number < stored.size(); number++) {
            ModelField.Stored field = stored.get(number);
            String what = Source.quoted(model.name().simple() + "." + field.name());
            String assigned =
                    switch (field) {
                        case ModelField.ToOne one ->
                                key(
                                        one,
                                        "setKey("
                                                + fitting("fitting", storedType(one), what)
                                                + ")");
                        case ModelField.Plain plain ->
                                "it."
                                        + plain.name()
                                        + " = "
                                        + fitting(
                                                plain.primitive() ? "required" : "fitting",
                                                boxed(plain),
                                                what);
                    };
            body.line("case " + number + " -> " + assigned + ";");
        }
        body.line(unknownNumber());
        body.close();
        body.close();
    }

    private String fitting(String method, String type, String what) {
        return values() + "." + method + "(" + type + ".class, value, " + what + ")";
    }

    private void comparing(Source body) {
        String object = names.of("java.lang.Object");
        method(body, object + " snapshot(" + type + " it)");
        body.line("return new Snapshot(it);");
        body.close();
        method(
                body,
                "void changes("
                        + type
                        + " it, "
                        + object
                        + " snapshot, "
                        + names.of(Orm.PACKAGE + ".ChangedFields")
                        + " changed)");
        body.line("var was = (Snapshot) snapshot;");
        for (int number = 0; number < stored.size(); number++) {
            body.line("changed.addIf(" + differs(stored.get(number)) + ", " + number + ");");
        }
        body.close();
    }

    private String differs(ModelField.Stored stored) {
        String now = value(stored);
        String was = "was." + stored.name();
        if (!(stored instanceof ModelField.Plain field)) {
            return equal(now, was);
        }
        return switch (field.kind()) {
            case FLOAT64 ->
                    field.primitive()
                            ? names.inCode("java.lang.Double")
                                    + (".compare(" + now + ", " + was + ") != 0")
                            : equal(now, was);
            case DECIMAL -> "!" + values() + ".sameNumber(" + now + ", " + was + ")";
            case BINARY ->
                    "!" + names.inCode("java.util.Arrays") + ".equals(" + now + ", " + was + ")";
            case ENUM -> now + " != " + was;
            default -> field.primitive() ? now + " != " + was : equal(now, was);
        };
    }

    private String equal(String now, String was) {
        return "!" + names.inCode("java.util.Objects") + ".equals(" + now + ", " + was + ")";
    }

    private void relations(Source body) {
        if (model.leading().isEmpty()) {
            body.gap();
            body.line("@" + names.of("java.lang.Override"));
            body.line("protected void attach(" + type + " it) {}");
        } else {
            attach(body);
        }
        holder(body);
    }

    private void attach(Source body) {
        method(body, "void attach(" + type + " it)");
        for (ModelField.Leading field : model.leading()) {
            body.line("it." + field.name() + ".place().attach(it, " + relations.get(field) + ");");
        }
        body.close();
    }

    private void holder(Source body) {
        method(
                body,
                names.of(Orm.PACKAGE + ".ModelRelation")
                        + ".Holder holder("
                        + type
                        + " it, "
                        + names.of("java.lang.String")
                        + " relation)");
        String unknown =
                "throw new " + names.of("java.lang.IllegalArgumentException") + "(relation);";
        if (model.leading().isEmpty()) {
            body.line(unknown);
        } else {
            body.open("return switch (relation)");
            for (ModelField.Leading field : model.leading()) {
                body.line("case " + Source.quoted(field.name()) + " -> it." + field.name() + ";");
            }
            body.line("default -> " + unknown);
            closeExpression(body);
        }
        body.close();
    }

    private void snapshot(Source body) {
        body.gap();
        body.doc("What an object held when it was loaded or saved.");
        body.open("private static final class Snapshot");
        for (ModelField.Stored field : stored) {
            body.line("final " + snapshotType(field) + " " + field.name() + ";");
        }
        body.gap();
        body.open("Snapshot(" + type + " it)");
        for (ModelField.Stored field : stored) {
            String value = value(field);
            if (field.kind() == FieldKind.BINARY && field instanceof ModelField.Plain) {
                value = value + " == null ? null : " + value + ".clone()";
            }
            body.line("this." + field.name() + " = " + value + ";");
        }
        body.close();
        body.close();
    }

    private String snapshotType(ModelField.Stored stored) {
        return switch (stored) {
            case ModelField.ToOne _ -> names.of("java.lang.Object");
            case ModelField.Plain field ->
                    field.primitive() ? Fields.name(field.type()) : boxed(field);
        };
    }

    /// A field's value; the key where it is a relation.
    private static String value(ModelField.Stored field) {
        return field instanceof ModelField.ToOne ? key(field, "key()") : "it." + field.name();
    }

    private static String key(ModelField.Stored field, String call) {
        return "it." + field.name() + ".place()." + call;
    }

    /// The codec of a field, or `null` when its values are stored as they are; keys of relations
    /// are kept as they are stored.
    private @Nullable String codec(ModelField.Stored field) {
        if (field instanceof ModelField.ToOne) {
            return null;
        }
        return switch (field.kind()) {
            case ENUM -> codecs.get(Fields.name(field.type()));
            case SLUG -> names.inCode(Orm.PACKAGE + ".sql.Codec") + ".slug()";
            case INT16 -> names.inCode(Orm.PACKAGE + ".sql.Codec") + ".int16()";
            default -> null;
        };
    }

    private String boxed(ModelField.Plain field) {
        return CatalogueWriter.boxed(field.kind(), field.type(), names);
    }

    private String storedType(ModelField.ToOne field) {
        return field.kind() == FieldKind.BINARY ? "byte[]" : names.of(field.kind().storedType());
    }

    private String values() {
        return names.inCode(Orm.PACKAGE + ".FieldValues");
    }

    private void method(Source body, String signature) {
        body.gap();
        body.line("@" + names.of("java.lang.Override"));
        body.open("protected " + signature);
    }

    private String unknownNumber() {
        return "default -> throw new "
                + names.of("java.lang.IndexOutOfBoundsException")
                + "(field);";
    }

    private void closeSwitch(Source body) {
        body.line(unknownNumber());
        closeExpression(body);
    }

    private static void closeExpression(Source body) {
        body.closeWith("};");
    }

    private static String free(String snake, Set<String> taken) {
        String wanted = snake.toUpperCase(Locale.ROOT);
        String name = wanted;
        for (int more = 2; !taken.add(name); more++) {
            name = wanted + "_" + more;
        }
        return name;
    }

    /// The names of a list, each as a literal.
    static String literals(List<String> texts) {
        var quoted = new ArrayList<String>();
        texts.forEach(text -> quoted.add(Source.quoted(text)));
        return String.join(", ", quoted);
    }
}
