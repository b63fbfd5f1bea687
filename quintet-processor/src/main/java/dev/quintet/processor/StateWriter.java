package dev.quintet.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes the method of a mapping that describes the model without its class.
final class StateWriter {

    private final ModelClass model;
    private final Names names;
    private final FieldDescription fields;

    StateWriter(ModelClass model, Names names, CodecConstants codecs) {
        this.model = model;
        this.names = names;
        this.fields = new FieldDescription(names, codecs);
    }

    /// The table between, as a value.
    String through(ModelField.Many field) {
        return fields.through(field);
    }

    /// The kind of column of an array's elements, as an expression.
    String element(ModelField.Plain field) {
        return fields.elementSql(field);
    }

    void write(Source body) {
        String modelState = names.of(Orm.STATE + ".ModelState");
        String type = names.of(model.name().type());
        body.gap();
        body.open("private static " + modelState + " described()");
        if (model.own().stream()
                .anyMatch(field ->
                        field instanceof ModelField.ToOne || field instanceof ModelField.Parted)) {
            body.line(
                    "// Its initialisers know what its declaration does not: what happens on delete.");
            body.line("var prototype = new " + type + "();");
        }
        String state = names.inCode(Orm.STATE + ".ModelState") + String.join("", calls());
        boolean more = model.constraints() != null || model.tableIndexes() != null;
        body.line((more ? "var state = " : "return ") + state + ";");
        if (more) {
            body.line("return " + added(names.inCode(model.name().type())) + ";");
        }
        body.close();
    }

    /// The model with what its methods list.
    private String added(String type) {
        String state = "state";
        if (model.constraints() != null) {
            state =
                    names.inCode(Orm.CONSTRAINT)
                            + ".added("
                            + state
                            + ", "
                            + type
                            + "."
                            + model.constraints()
                            + "())";
        }
        if (model.tableIndexes() != null) {
            state =
                    names.inCode(Orm.TABLE_INDEX)
                            + ".added("
                            + state
                            + ", "
                            + type
                            + "."
                            + model.tableIndexes()
                            + "())";
        }
        return state;
    }

    private List<String> calls() {
        var calls = new ArrayList<String>();
        ModelName name = model.name();
        calls.add(".of(" + Source.quoted(name.app()) + ", " + Source.quoted(name.simple()) + ")");
        if (!name.table().equals(name.app() + "_" + lower())) {
            calls.add(".inTable(" + Source.quoted(name.table()) + ")");
        }
        if (model.parent() != null) {
            calls.add(".extending(" + Source.quoted(model.parent().label()) + ")");
        }
        for (ModelField field : model.own()) {
            String described = fields.described(field);
            if (!described.isEmpty()) {
                calls.add(".with(" + described + ")");
            }
        }
        for (ModelClass.Together one : model.about().indexes()) {
            calls.add(together(one));
        }
        String about = about();
        if (!about.isEmpty()) {
            calls.add(".about(about -> about" + about + ")");
        }
        return calls;
    }

    private String together(ModelClass.Together one) {
        String list =
                names.inCode("java.util.List")
                        + ".of("
                        + MappingWriter.literals(one.fields())
                        + ")";
        if (!one.unique()) {
            return ".with("
                    + names.inCode(Orm.STATE + ".IndexState")
                    + ".of("
                    + Source.quoted(filled(one.name()))
                    + ", "
                    + list
                    + "))";
        }
        return one.name().isEmpty()
                ? ".uniqueTogether(" + MappingWriter.literals(one.fields()) + ")"
                : ".with("
                        + names.inCode(Orm.STATE + ".ConstraintState")
                        + ".Unique.of("
                        + Source.quoted(filled(one.name()))
                        + ", "
                        + list
                        + "))";
    }

    /// What `@Meta` says.
    private String about() {
        var calls = new StringBuilder();
        Mirror said = model.about().said();
        list(calls, ".ordering(", model.about().ordering());
        list(calls, ".latestBy(", model.about().latestBy());
        if (!said.flag("managed", true)) {
            calls.append(".unmanaged()");
        }
        if (model.proxy()) {
            calls.append(".proxy()");
        }
        named(calls);
        text(calls, ".comment(", model.about().own().text("comment"));
        text(calls, ".orderWithRespectTo(", said.text("orderWithRespectTo"));
        for (Mirror one : said.mirrors("permissions", names.elements())) {
            list(calls, ".permission(", List.of(one.text("code"), one.text("name")));
        }
        if (said.says("defaultPermissions")) {
            calls.append(".defaultPermissions(")
                    .append(MappingWriter.literals(said.texts("defaultPermissions")))
                    .append(")");
        }
        text(calls, ".defaultRelatedName(", filled(said.text("defaultRelatedName")));
        text(calls, ".defaultManager(", model.about().own().text("defaultManager"));
        list(
                calls,
                ".managers(",
                model.scopes().stream().map(one -> one.getSimpleName().toString()).toList());
        return calls.toString();
    }

    private void named(StringBuilder calls) {
        Mirror own = model.about().own();
        String one = own.text("verboseName");
        String several = own.text("verboseNamePlural");
        if (!one.isEmpty() || !several.isEmpty()) {
            String singular = one.isEmpty() ? Naming.words(model.name().simple()) : one;
            list(calls, ".named(", List.of(singular, several.isEmpty() ? singular + "s" : several));
        }
    }

    private String filled(String name) {
        return name.replace("%(app_label)s", model.name().app()).replace("%(class)s", lower());
    }

    private String lower() {
        return model.name().simple().toLowerCase(Locale.ROOT);
    }

    private static void list(StringBuilder calls, String call, List<String> texts) {
        if (!texts.isEmpty()) {
            calls.append(call).append(MappingWriter.literals(texts)).append(")");
        }
    }

    private static void text(StringBuilder calls, String call, String text) {
        if (!text.isEmpty()) {
            calls.append(call).append(Source.quoted(text)).append(")");
        }
    }
}
