package dev.quintet.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes the method of a mapping that describes the model without its class.
final class StateWriter {

    private final ModelClass model;
    private final Names names;

    StateWriter(ModelClass model, Names names) {
        this.model = model;
        this.names = names;
    }

    void write(Source body) {
        String modelState = names.of(Orm.STATE + ".ModelState");
        body.gap();
        body.open("private static " + modelState + " described()");
        if (model.fields().stream().anyMatch(ModelField.ToOne.class::isInstance)) {
            body.line(
                    "// Its initialisers know what its declaration does not: what happens on delete.");
            body.line("var prototype = new " + names.of(model.name().type()) + "();");
        }
        var calls = new ArrayList<String>();
        calls.add(
                ".of("
                        + Source.quoted(model.name().app())
                        + ", "
                        + Source.quoted(model.name().simple())
                        + ")");
        String usual = model.name().app() + "_" + model.name().simple().toLowerCase(Locale.ROOT);
        if (!model.name().table().equals(usual)) {
            calls.add(".inTable(" + Source.quoted(model.name().table()) + ")");
        }
        for (ModelField field : model.fields()) {
            String described = described(field);
            if (!described.isEmpty()) {
                calls.add(".with(" + described + ")");
            }
        }
        about(calls);
        body.line(
                "return " + names.inCode(Orm.STATE + ".ModelState") + String.join("", calls) + ";");
        body.close();
    }

    /// What `@Meta` says.
    private void about(List<String> calls) {
        if (!model.ordering().isEmpty()) {
            calls.add(".orderedBy(" + MappingWriter.literals(model.ordering()) + ")");
        }
        for (ModelClass.Together index : model.indexes()) {
            calls.add(
                    ".with(new "
                            + names.of(Orm.STATE + ".IndexState")
                            + "("
                            + Source.quoted(index.name())
                            + ", "
                            + names.inCode("java.util.List")
                            + ".of("
                            + MappingWriter.literals(index.fields())
                            + "), "
                            + index.unique()
                            + "))");
        }
        if (!model.managed()) {
            calls.add(".unmanaged()");
        }
        String one = model.verboseName();
        String several = model.verboseNamePlural();
        if (!one.isEmpty() || !several.isEmpty()) {
            String singular = one.isEmpty() ? Naming.words(model.name().simple()) : one;
            calls.add(
                    ".named("
                            + Source.quoted(singular)
                            + ", "
                            + Source.quoted(several.isEmpty() ? singular + "s" : several)
                            + ")");
        }
    }

    /// A field as a value; empty for reverses, which the other model describes.
    private String described(ModelField field) {
        return switch (field) {
            case ModelField.Plain plain -> plain(plain);
            case ModelField.ToOne one -> toOne(one);
            case ModelField.Many many -> many.reverse() == null ? many(many) : "";
            case ModelField.Reverse _ -> "";
        };
    }

    private String plain(ModelField.Plain field) {
        var text = new StringBuilder(begin(field, fieldType(field)));
        column(text, field);
        if (field.key()) {
            text.append(".asKey()");
        }
        if (field.nullable()) {
            text.append(".orNull()");
        }
        if (!field.choices().isEmpty()) {
            text.append(".among(").append(choices(field)).append(")");
        }
        options(text, field.options());
        return text.toString();
    }

    private String toOne(ModelField.ToOne field) {
        var text =
                new StringBuilder(begin(field, type(field.one() ? "oneToOne()" : "foreignKey()")));
        column(text, field);
        if (field.key()) {
            text.append(".asKey()");
        }
        if (field.nullable()) {
            text.append(".orNull()");
        }
        if (field.one() && !field.options().unique()) {
            text.append(".asUnique()");
        } else if (!field.one() && !field.options().index()) {
            text.append(".indexed()");
        }
        text.append(".leadingTo(")
                .append(names.inCode(Orm.STATE + ".RelationState"))
                .append(".to(")
                .append(Source.quoted(field.target().label()))
                .append(", prototype.")
                .append(field.name())
                .append(".place().onDelete()))");
        options(text, field.options());
        return text.toString();
    }

    private String many(ModelField.Many field) {
        var text = new StringBuilder(begin(field, type("manyToMany()")));
        text.append(".leadingTo(")
                .append(names.inCode(Orm.STATE + ".RelationState"))
                .append(".through(")
                .append(Source.quoted(field.target().label()))
                .append(", ")
                .append(through(field))
                .append("))");
        options(text, field.options());
        return text.toString();
    }

    /// The table between, as a value.
    String through(ModelField.Many field) {
        return "new "
                + names.of(Orm.STATE + ".RelationState")
                + ".Through("
                + MappingWriter.literals(List.of(field.table(), field.from(), field.to()))
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
        return type(
                switch (field.kind()) {
                    case TEXT -> field.length() == 0 ? "text()" : "text(" + field.length() + ")";
                    case ENUM -> "text(" + field.length() + ")";
                    case SLUG -> "slug(" + field.length() + ")";
                    case BOOL -> "bool()";
                    case INT16 -> "int16()";
                    case INT32 -> field.generated() ? "auto32()" : "int32()";
                    case INT64 -> field.generated() ? "bigAuto()" : "int64()";
                    case FLOAT64 -> "float64()";
                    case DECIMAL ->
                            "decimal("
                                    + field.options().digits()
                                    + ", "
                                    + field.options().decimals()
                                    + ")";
                    case DATE -> "date()";
                    case TIME -> "time()";
                    case INSTANT -> "dateTime()";
                    case DATE_TIME -> "localDateTime()";
                    case DURATION -> "duration()";
                    case UUID -> "uuid()";
                    case BINARY -> "binary()";
                });
    }

    private String choices(ModelField.Plain field) {
        var choices = new ArrayList<String>();
        for (String constant : field.choices()) {
            String label =
                    field.labelled()
                            ? names.inCode(
                                            (javax.lang.model.element.TypeElement)
                                                    ((javax.lang.model.type.DeclaredType)
                                                                    field.type())
                                                            .asElement())
                                    + "."
                                    + constant
                                    + ".label()"
                            : Source.quoted(Naming.label(constant));
            choices.add(
                    "new "
                            + names.of(Orm.STATE + ".FieldState")
                            + ".Choice("
                            + Source.quoted(constant)
                            + ", "
                            + label
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
                    {".initially(", options.databaseDefault()},
                    {".named(", options.verboseName()},
                    {".help(", options.help()}
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
