package dev.quintet.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/// Writes the expressions that describe fields without their class.
final class FieldDescription {

    private final Names names;
    private final CodecConstants codecs;

    FieldDescription(Names names, CodecConstants codecs) {
        this.names = names;
        this.codecs = codecs;
    }

    /// A field as a value; empty for reverses, which the other model describes, and for what leads
    /// by other fields.
    String described(ModelField field) {
        return switch (field) {
            case ModelField.Plain plain -> plain(plain);
            case ModelField.ToOne one -> toOne(one);
            case ModelField.Parted parted -> parted(parted);
            case ModelField.Part part -> part(part);
            case ModelField.ParentLink link -> link(link);
            case ModelField.Many many -> many.reverse() == null ? many(many) : "";
            case ModelField.Reverse _, ModelField.Generic _ -> "";
        };
    }

    private String plain(ModelField.Plain field) {
        var text = new StringBuilder(begin(field, fieldType(field)));
        column(text, field);
        call(text, field.key(), ".asKey()");
        call(text, field.nullable(), ".orNull()");
        if (!field.choices().names().isEmpty()) {
            text.append(".among(").append(choices(field)).append(")");
        }
        if (field.made().computed()) {
            text.append(".generatedBy(new ")
                    .append(names.of(Orm.STATE + ".GeneratedColumn"))
                    .append("(")
                    .append(tree(field))
                    .append(", ")
                    .append(field.made().kept())
                    .append("))");
        }
        if (field.made().initial()) {
            text.append(".initially(").append(tree(field)).append(")");
        }
        if (field.options().autoNow() || field.options().autoNowAdd()) {
            text.append(".touched(")
                    .append(names.inCode(Orm.STATE + ".Touch"))
                    .append(field.options().autoNow() ? ".ON_SAVE)" : ".ON_CREATE)");
        }
        options(text, field.options());
        return text.toString();
    }

    /// What the method of the field's name says, as a value.
    private String tree(ModelField.Plain field) {
        return "new "
                + names.of(Orm.STATE + ".StateExpression")
                + ".Tree("
                + names.inCode(Fields.declaring(field.element()))
                + "."
                + field.name()
                + "().node())";
    }

    private String toOne(ModelField.ToOne field) {
        var text =
                new StringBuilder(begin(field, type(field.one() ? "oneToOne()" : "foreignKey()")));
        column(text, field);
        call(text, field.key(), ".asKey()");
        call(text, field.nullable(), ".orNull()");
        if (field.one() && !field.options().unique()) {
            text.append(".asUnique()");
        } else if (!field.one() && !field.options().said().says("index")) {
            text.append(".indexed()");
        }
        text.append(".leadingTo(")
                .append(names.inCode(Orm.STATE + ".RelationState"))
                .append(".to(")
                .append(Source.quoted(field.target().label()))
                .append(", prototype.")
                .append(field.name())
                .append(".place().onDelete())");
        if (field.to() != null) {
            text.append(".toField(").append(Source.quoted(field.to())).append(")");
        }
        back(text, field.options());
        text.append(")");
        options(text, field.options());
        return text.toString();
    }

    private String part(ModelField.Part field) {
        ModelField.Plain kept = field.kept();
        var text = new StringBuilder(begin(field, fieldType(given(kept))));
        column(text, field);
        call(text, field.key(), ".asKey()");
        call(text, field.nullable(), ".orNull()");
        call(text, field.options().secret(), ".asSecret()");
        return text.append(".hidden()").toString();
    }

    /// The field as others keep its value: what the database gives, it gives once.
    private static ModelField.Plain given(ModelField.Plain field) {
        return new ModelField.Plain(
                field.element(),
                field.type(),
                field.kind(),
                field.storage(),
                field.options(),
                field.column(),
                field.key(),
                false,
                field.nullable(),
                field.length(),
                field.choices(),
                field.made());
    }

    private String parted(ModelField.Parted field) {
        var text =
                new StringBuilder(begin(field, type(field.one() ? "oneToOne()" : "foreignKey()")));
        text.append(".inColumn(\"\")");
        call(text, field.nullable(), ".orNull()");
        if (field.one() && !field.options().unique()) {
            text.append(".asUnique()");
        } else if (!field.one() && !field.key() && !field.options().said().says("index")) {
            text.append(".indexed()");
        }
        text.append(".leadingTo(")
                .append(names.inCode(Orm.STATE + ".RelationState"))
                .append(".to(")
                .append(Source.quoted(field.target().label()))
                .append(", prototype.")
                .append(field.name())
                .append(".place().onDelete()).keptBy(")
                .append(
                        MappingWriter.literals(
                                field.parts().stream().map(ModelField.Part::name).toList()))
                .append(")");
        back(text, field.options());
        text.append(")");
        options(text, field.options());
        return text.toString();
    }

    private String link(ModelField.ParentLink field) {
        return begin(field, type("oneToOne()"))
                + ".inColumn("
                + Source.quoted(field.column())
                + ").asKey().asUnique().hidden().leadingTo("
                + names.inCode(Orm.STATE + ".RelationState")
                + ".parent("
                + Source.quoted(field.parent().label())
                + "))";
    }

    private String many(ModelField.Many field) {
        var text = new StringBuilder(begin(field, type("manyToMany()")));
        text.append(".leadingTo(")
                .append(names.inCode(Orm.STATE + ".RelationState"))
                .append(".through(")
                .append(Source.quoted(field.target().label()))
                .append(", ")
                .append(through(field))
                .append(")");
        call(text, field.between().symmetrical(), ".bothWays()");
        back(text, field.options());
        text.append(")");
        options(text, field.options());
        return text.toString();
    }

    private static void back(StringBuilder text, ModelField.Options options) {
        String name = options.text("relatedName");
        String query = options.text("relatedQueryName");
        if (!name.isEmpty() || !query.isEmpty()) {
            text.append(".back(").append(MappingWriter.literals(List.of(name, query))).append(")");
        }
        call(text, !options.constraint(), ".unguarded()");
    }

    /// The table between, as a value.
    String through(ModelField.Many field) {
        ModelField.Between between = field.between();
        String three =
                MappingWriter.literals(List.of(between.table(), between.from(), between.to()));
        return "new "
                + names.of(Orm.STATE + ".RelationState")
                + ".Through("
                + three
                + (between.model() == null ? "" : ", " + Source.quoted(between.model().label()))
                + ")";
    }

    private String begin(ModelField field, String type) {
        return names.inCode(Orm.STATE + ".FieldState")
                + ".of("
                + Source.quoted(field.name())
                + ", "
                + type
                + ")";
    }

    private String type(String call) {
        return names.inCode(Orm.STATE + ".FieldType") + "." + call;
    }

    private String fieldType(ModelField.Plain field) {
        return switch (field.kind()) {
            case CUSTOM ->
                    type("of(" + codecs.of(field) + ".name(), " + codecs.of(field) + ".sqlType())");
            case ARRAY -> type("array(" + elementSql(field) + ")");
            case RANGE -> type("range(" + boundSql(field) + ")");
            case TEXTS -> type("hstore()");
            case JSON -> type("json()");
            case FILE ->
                    type((field.options().image() ? "image(" : "file(") + field.length() + ")");
            default -> type(scalar(field.storage(), field));
        };
    }

    private String scalar(FieldKind storage, ModelField.Plain field) {
        int length = field.length();
        String whole = field.options().positive() && !field.generated() ? ".orMore()" : "";
        return switch (storage) {
            case TEXT -> text(field.options().format(), length);
            case SLUG ->
                    "slug(" + length + ")" + (field.options().unicode() ? ".as(\"unicode\")" : "");
            case BOOL -> "bool()";
            case INT16 -> (field.generated() ? "auto16()" : "int16()") + whole;
            case INT32 -> (field.generated() ? "auto32()" : "int32()") + whole;
            case INT64 -> (field.generated() ? "bigAuto()" : "int64()") + whole;
            case FLOAT64 -> "float64()";
            case DECIMAL ->
                    "decimal(" + field.options().digits() + ", " + field.options().decimals() + ")";
            case DATE -> "date()";
            case TIME -> "time()";
            case INSTANT -> "dateTime()";
            case DATE_TIME -> "localDateTime()";
            case DURATION -> "duration()";
            case UUID -> "uuid()";
            case BINARY -> "binary()";
            case ENUM, FILE, JSON, ARRAY, TEXTS, RANGE, CUSTOM ->
                    throw new IllegalArgumentException(storage + " is stored as something else.");
        };
    }

    private static String text(String format, int length) {
        return switch (format) {
            case "EMAIL" -> "email(" + length + ")";
            case "URL" -> "url(" + length + ")";
            case "PLAIN" -> length == 0 ? "text()" : "text(" + length + ")";
            case "IPV4" -> "ipAddress().as(\"ipv4\")";
            case "IPV6" -> "ipAddress().as(\"ipv6\")";
            default -> "ipAddress()";
        };
    }

    String elementSql(ModelField.Plain field) {
        TypeMirror element = Kinds.element(field.type());
        FieldKind kind = element == null ? null : Kinds.of(element);
        FieldKind stored =
                element != null && kind == FieldKind.ENUM ? Kinds.storage(element) : kind;
        return sql(stored, field);
    }

    private String boundSql(ModelField.Plain field) {
        TypeMirror bound = Kinds.element(field.type());
        return sql(bound == null ? null : Kinds.of(bound), field);
    }

    /// The kind of column that holds values of a kind, as an expression.
    private String sql(@Nullable FieldKind kind, ModelField.Plain field) {
        int length = field.length();
        String type =
                switch (kind) {
                    case null -> "Text()";
                    case BOOL -> "Bool()";
                    case INT16 -> "SmallInt()";
                    case INT32 -> "Int()";
                    case INT64 -> "BigInt()";
                    case FLOAT64 -> "DoublePrecision()";
                    case DECIMAL -> "Decimal(38, 10)";
                    case DATE -> "Date()";
                    case TIME -> "Time()";
                    case INSTANT -> "Timestamp()";
                    case DATE_TIME -> "LocalTimestamp()";
                    case DURATION -> "Interval()";
                    case UUID -> "Uuid()";
                    case BINARY -> "Binary()";
                    case JSON -> "Json()";
                    default -> length == 0 ? "Text()" : "VarChar(" + length + ")";
                };
        return "new " + names.inCode(Orm.STATE + ".SqlType") + "." + type;
    }

    private String choices(ModelField.Plain field) {
        var choices = new ArrayList<String>();
        var type = (TypeElement) ((DeclaredType) field.type()).asElement();
        ModelField.Choices all = field.choices();
        for (String constant : all.names()) {
            String name = names.inCode(type) + "." + constant;
            String value =
                    all.valued()
                            ? (field.storage() == FieldKind.INT16 ? "(int) " : "")
                                    + name
                                    + ".value()"
                            : Source.quoted(constant);
            String label =
                    all.labelled() ? name + ".label()" : Source.quoted(Naming.label(constant));
            choices.add(
                    "new "
                            + names.of(Orm.STATE + ".FieldState")
                            + ".Choice("
                            + value
                            + ", "
                            + label
                            + (all.grouped() ? ", " + name + ".group()" : "")
                            + ")");
        }
        return names.inCode("java.util.List") + ".of(" + String.join(", ", choices) + ")";
    }

    private static void column(StringBuilder text, ModelField.Stored field) {
        if (!field.column().equals(field.name())) {
            text.append(".inColumn(").append(Source.quoted(field.column())).append(")");
        }
    }

    private static void options(StringBuilder text, ModelField.Options options) {
        call(text, options.unique(), ".asUnique()");
        call(text, options.index(), ".indexed()");
        call(text, options.blank(), ".orBlank()");
        call(text, !options.editable(), ".hidden()");
        call(text, options.secret(), ".asSecret()");
        for (String[] one :
                new String[][] {
                    {".initially(", options.text("databaseDefault")},
                    {".named(", options.text("verboseName")},
                    {".help(", options.text("help")},
                    {".commented(", options.text("comment")},
                    {".uploadedTo(", options.text("uploadTo")}
                }) {
            call(text, !one[1].isEmpty(), one[0] + Source.quoted(one[1]) + ")");
        }
    }

    private static void call(StringBuilder text, boolean said, String call) {
        if (said) {
            text.append(call);
        }
    }
}
