package dev.quintet.processor;

import dev.quintet.kernel.text.JavaNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a model's mapping: how its objects are made from rows, read, changed and compared.
final class MappingWriter {

    private final ModelClass model;
    private final Names names;
    private final StateWriter state;
    private final String type;
    private final List<ModelField.Stored> stored;
    private final Map<ModelField, String> relations = new HashMap<>();
    private final CodecConstants codecs;

    MappingWriter(ModelClass model, Names names) {
        this.model = model;
        this.names = names;
        this.type = names.of(model.name().type());
        this.stored = model.stored();
        var taken = new HashSet<>(Set.of("INSTANCE"));
        for (ModelField.Leading field : model.leading()) {
            relations.put(field, free(JavaNames.snake(field.name()), taken));
        }
        this.codecs = new CodecConstants(model, names, taken);
        this.state = new StateWriter(model, names, codecs);
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
        new FurtherWriter(model, names).write(body);
        body.close();
    }

    private void constants(Source body) {
        String relation = names.of(Orm.PACKAGE + ".ModelRelation");
        for (ModelField.Leading field : model.leading()) {
            String target = names.inCode(field.target().qualifiedCatalogue()) + ".Mapping.INSTANCE";
            String name = Source.quoted(field.name());
            String made =
                    switch (field) {
                        case ModelField.ToOne one ->
                                "toOne("
                                        + name
                                        + ", () -> "
                                        + target
                                        + (one.to() == null ? "" : ", " + Source.quoted(one.to()))
                                        + ")";
                        case ModelField.Parted parted ->
                                "toOneBy("
                                        + name
                                        + ", () -> "
                                        + target
                                        + ", "
                                        + literals(
                                                parted.parts().stream()
                                                        .map(ModelField.Part::name)
                                                        .toList())
                                        + ")";
                        case ModelField.Many many ->
                                "manyToMany("
                                        + name
                                        + ", () -> "
                                        + target
                                        + ", "
                                        + state.through(many)
                                        + ", "
                                        + many.between().symmetrical()
                                        + ")";
                        case ModelField.Reverse reverse when reverse.generic() != null ->
                                "generic("
                                        + name
                                        + ", () -> "
                                        + target
                                        + ", "
                                        + tie(reverse.generic())
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
        codecs.declare(body);
        if (!model.leading().isEmpty() || !codecs.isEmpty()) {
            body.gap();
        }
        body.doc("The only one.");
        body.line("public static final Mapping INSTANCE = new Mapping();");
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
                        + ")"
                        + (model.parent() == null
                                ? ""
                                : ", "
                                        + names.inCode(model.parent().qualifiedCatalogue())
                                        + ".Mapping.INSTANCE")
                        + ");");
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
            case ModelField.Part part -> key(part, setPart(part, orNull));
            case ModelField.ParentLink link -> load(keyOf(link), column);
            case ModelField.Plain field ->
                    "it."
                            + field.name()
                            + " = "
                            + (field.primitive() ? primitive(field, column) : read(field, column));
        };
    }

    private static String primitive(ModelField.Plain field, String column) {
        String read = "row." + field.kind().reader() + "(" + column + ")";
        return field.kind() == FieldKind.INT16 ? "(short) " + read : read;
    }

    private String read(ModelField.Plain field, String column) {
        String codec = codecs.of(field);
        String stored =
                switch (field.storage()) {
                    case DECIMAL ->
                            "row.decimal(" + column + ", " + field.options().decimals() + ")";
                    case ARRAY -> "row.list(" + column + ", " + state.element(field) + ")";
                    case CUSTOM -> "row.stored(" + column + ", " + codec + ".sqlType())";
                    default -> "row." + field.storage().readerOrNull() + "(" + column + ")";
                };
        return codec == null ? stored : decoded(codec, stored);
    }

    private ModelField.Stored held(ModelField.Stored field) {
        return field instanceof ModelField.ParentLink link ? keyOf(link) : field;
    }

    /// The field that holds what the tie to the model above does.
    private ModelField.Stored keyOf(ModelField.ParentLink link) {
        for (ModelField.Stored field : stored) {
            if (!(field instanceof ModelField.ParentLink) && field.name().equals(link.keyName())) {
                return field;
            }
        }
        throw new IllegalArgumentException(link.name());
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
            String codec = codecs.of(held(field));
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
        if (stored.stream().anyMatch(field -> codecs.of(held(field)) != null)) {
            values(body, object);
            codec(body);
        }
    }

    /// What Java has for fields, where columns have something else for some.
    private void values(Source body, String object) {
        method(body, object + " value(" + type + " it, int field)");
        body.open("return switch (field)");
        for (int number = 0; number < stored.size(); number++) {
            body.line("case " + number + " -> " + value(stored.get(number)) + ";");
        }
        closeSwitch(body);
        body.close();
    }

    private void codec(Source body) {
        method(body, names.of(Orm.PACKAGE + ".sql.Codec") + "<?> codec(int field)");
        body.open("return switch (field)");
        for (int number = 0; number < stored.size(); number++) {
            String codec = codecs.of(stored.get(number));
            if (codec != null) {
                body.line("case " + number + " -> " + codec + ";");
            }
        }
        body.line("default -> " + names.inCode(Orm.PACKAGE + ".sql.Codec") + ".identity();");
        closeExpression(body);
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
            String assigned = assigned(held(field), what);
            body.line("case " + number + " -> " + assigned + ";");
        }
        body.line(unknownNumber());
        body.close();
        body.close();
    }

    private String assigned(ModelField.Stored field, String what) {
        if (field instanceof ModelField.ToOne one) {
            return key(one, "setKey(" + fitting("fitting", storedType(one), what) + ")");
        }
        if (field instanceof ModelField.Part part) {
            return key(part, setPart(part, fitting("fitting", storedType(part), what)));
        }
        var plain = (ModelField.Plain) field;
        // Methods of no type parameter leave the compiler nothing to infer, thousands of times.
        String value =
                switch (plain.kind()) {
                    case TEXT, DECIMAL, DATE, INSTANT -> told(plain.kind().reader(), what);
                    case BOOL, INT32, INT64, FLOAT64 ->
                            told(
                                    plain.primitive()
                                            ? plain.kind().reader()
                                            : plain.kind().readerOrNull(),
                                    what);
                    default ->
                            fitting(
                                    plain.primitive() ? "required" : "fitting",
                                    raw(boxed(plain)),
                                    what);
                };
        return "it." + plain.name() + " = " + value;
    }

    /// A type without its arguments, for a class literal.
    private static String raw(String type) {
        int arguments = type.indexOf('<');
        return arguments < 0 ? type : type.substring(0, arguments);
    }

    private String fitting(String method, String type, String what) {
        return values() + "." + method + "(" + type + ".class, value, " + what + ")";
    }

    private String told(String method, String what) {
        return values() + "." + method + "(value, " + what + ")";
    }

    private void comparing(Source body) {
        String object = names.of(Orm.PACKAGE + ".EntityState");
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
            if (!stored.get(number).key()) {
                body.line("changed.addIf(" + differs(stored.get(number)) + ", " + number + ");");
            }
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
            case JSON, CUSTOM -> "!" + sameStored(field, now, was);
            default -> field.primitive() ? now + " != " + was : equal(now, was);
        };
    }

    /// What may change inside is compared as it was stored.
    private String sameStored(ModelField.Plain field, String now, String was) {
        return names.inCode("java.util.Objects")
                + ".deepEquals("
                + encoded(field, now)
                + ", "
                + was
                + ")";
    }

    private String encoded(ModelField.Plain field, String value) {
        return values() + ".encoded(" + codecs.of(field) + ", " + value + ")";
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
        if (model.leading().isEmpty() && model.generics().isEmpty()) {
            body.line(unknown);
        } else {
            body.open("return switch (relation)");
            for (ModelField.Leading field : model.leading()) {
                body.line("case " + Source.quoted(field.name()) + " -> it." + field.name() + ";");
            }
            for (ModelField.Generic field : model.generics()) {
                body.line("case " + Source.quoted(field.name()) + " -> it." + field.name() + ";");
            }
            body.line("default -> " + unknown);
            closeExpression(body);
        }
        body.close();
    }

    private String tie(ModelField.Tie tie) {
        return tie(tie, names);
    }

    /// The two fields of a relation to rows of any model, as code.
    static String tie(ModelField.Tie tie, Names names) {
        return "new "
                + names.of(Orm.GENERIC_TIE)
                + "("
                + literals(List.of(tie.name(), tie.type(), tie.key()))
                + (tie.back().isEmpty() ? "" : ", " + Source.quoted(tie.back()))
                + ")";
    }

    private void snapshot(Source body) {
        body.gap();
        body.doc("What an object held when it was loaded or saved.");
        body.open(
                "private static final class Snapshot extends "
                        + names.of(Orm.PACKAGE + ".EntityState"));
        for (ModelField.Stored field : stored) {
            if (!field.key()) {
                body.line("final " + snapshotType(field) + " " + field.name() + ";");
            }
        }
        body.gap();
        body.open("Snapshot(" + type + " it)");
        for (ModelField.Stored field : stored) {
            if (!field.key()) {
                body.line("this." + field.name() + " = " + copied(field) + ";");
            }
        }
        body.close();
        body.close();
    }

    private String copied(ModelField.Stored stored) {
        String value = value(stored);
        if (!(stored instanceof ModelField.Plain field)) {
            return value;
        }
        return switch (field.kind()) {
            case BINARY -> value + " == null ? null : " + value + ".clone()";
            case JSON, CUSTOM -> encoded(field, value);
            case ARRAY ->
                    value
                            + " == null ? null : new "
                            + names.of("java.util.ArrayList")
                            + "<>("
                            + value
                            + ")";
            case TEXTS ->
                    value
                            + " == null ? null : new "
                            + names.of("java.util.HashMap")
                            + "<>("
                            + value
                            + ")";
            default -> value;
        };
    }

    private String snapshotType(ModelField.Stored stored) {
        return switch (stored) {
            case ModelField.ToOne _, ModelField.Part _, ModelField.ParentLink _ ->
                    names.of("java.lang.Object");
            case ModelField.Plain field ->
                    switch (field.kind()) {
                        case JSON, CUSTOM -> names.of("java.lang.Object");
                        default -> field.primitive() ? Fields.name(field.type()) : boxed(field);
                    };
        };
    }

    /// A field's value; the key where it is a relation.
    private String value(ModelField.Stored field) {
        return switch (field) {
            case ModelField.ToOne _ -> key(field, "key()");
            case ModelField.Part part -> key(part, "keyPart(" + part.number() + ")");
            case ModelField.ParentLink link -> value(keyOf(link));
            case ModelField.Plain _ -> "it." + field.name();
        };
    }

    private static String key(ModelField.Stored field, String call) {
        String relation = field.element().getSimpleName().toString();
        return "it." + relation + ".place()." + call;
    }

    private static String setPart(ModelField.Part part, String value) {
        return "setKeyPart(" + part.number() + ", " + part.of() + ", " + value + ")";
    }

    private String boxed(ModelField.Plain field) {
        return CatalogueWriter.boxed(field.kind(), field.type(), names);
    }

    private String storedType(ModelField.Stored field) {
        return field.kind() == FieldKind.BINARY ? "byte[]" : names.of(field.kind().storedType());
    }

    private String values() {
        return names.inCode(Orm.PACKAGE + ".FieldValues");
    }

    private void method(Source body, String signature) {
        method(body, names, signature);
    }

    static void method(Source body, Names names, String signature) {
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

    static String free(String snake, Set<String> taken) {
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
