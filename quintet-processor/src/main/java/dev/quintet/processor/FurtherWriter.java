package dev.quintet.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/// Writes what only some models' mappings have: a default manager, relations to rows of any model,
/// a version, validators, fields that are unique for a day.
final class FurtherWriter {

    private final ModelClass model;
    private final Names names;
    private final List<ModelField.Stored> stored;

    FurtherWriter(ModelClass model, Names names) {
        this.model = model;
        this.names = names;
        this.stored = model.stored();
    }

    void write(Source body) {
        defaultRows(body);
        generics(body);
        limits(body);
        for (int number = 0; number < stored.size(); number++) {
            if (stored.get(number) instanceof ModelField.Plain field && field.made().version()) {
                MappingWriter.method(body, names, "int version()");
                body.line("return " + number + ";");
                body.close();
            }
        }
        unique(body);
        List<String> cases = new ArrayList<>();
        for (int number = 0; number < stored.size(); number++) {
            if (stored.get(number) instanceof ModelField.Plain field) {
                List<String> validators = validators(field);
                if (!validators.isEmpty()) {
                    cases.add(
                            "case "
                                    + number
                                    + " -> "
                                    + names.inCode("java.util.List")
                                    + ".of("
                                    + String.join(", ", validators)
                                    + ");");
                }
            }
        }
        if (!cases.isEmpty()) {
            String validator = names.of("dev.quintet.kernel.validate.Validator");
            MappingWriter.method(
                    body,
                    names,
                    names.of("java.util.List") + "<" + validator + "<?>> validators(int field)");
            body.open("return switch (field)");
            cases.forEach(body::line);
            body.line("default -> " + names.inCode("java.util.List") + ".of();");
            body.closeWith("};");
            body.close();
        }
    }

    private void defaultRows(Source body) {
        if (model.about().own().text("defaultManager").isEmpty()) {
            return;
        }
        body.gap();
        body.line("@Override");
        body.open(
                "public "
                        + names.of(Orm.QUERY_SET)
                        + "<"
                        + names.inCode(model.name().type())
                        + "> defaultRows()");
        body.line("return " + names.inCode(model.name().qualifiedCatalogue()) + ".all();");
        body.close();
    }

    private void generics(Source body) {
        if (model.generics().isEmpty()) {
            return;
        }
        String list = names.of("java.util.List");
        String all =
                model.generics().stream()
                        .map(one -> MappingWriter.tie(one.tie(), names))
                        .collect(Collectors.joining(", "));
        body.gap();
        body.line("@" + names.of("java.lang.Override"));
        body.open("public " + list + "<" + names.of(Orm.GENERIC_TIE) + "> generics()");
        body.line("return " + list + ".of(" + all + ");");
        body.close();
    }

    /// Which rows relations may be given.
    private void limits(Source body) {
        List<String> cases = new ArrayList<>();
        for (ModelField.Leading field : model.leading()) {
            TypeElement limit =
                    switch (field) {
                        case ModelField.ToOne one -> one.options().limitTo();
                        case ModelField.Parted parted -> parted.options().limitTo();
                        case ModelField.Many many -> many.options().limitTo();
                        case ModelField.Reverse _ -> null;
                    };
            if (limit != null) {
                cases.add(
                        "case "
                                + Source.quoted(field.name())
                                + " -> new "
                                + names.of(limit)
                                + "();");
            }
        }
        if (!cases.isEmpty()) {
            MappingWriter.method(
                    body,
                    names,
                    names.of(Orm.LIMIT_TO)
                            + "<?> limit("
                            + names.of("java.lang.String")
                            + " relation)");
            body.open("return switch (relation)");
            cases.forEach(body::line);
            body.line("default -> null;");
            body.closeWith("};");
            body.close();
        }
    }

    private void unique(Source body) {
        List<String> all = new ArrayList<>();
        for (ModelField.Stored field : stored) {
            if (field instanceof ModelField.Plain plain) {
                for (UniqueDates.Unique one : UniqueDates.of(plain)) {
                    all.add(
                            "new "
                                    + names.of(Orm.PACKAGE + ".UniqueFor")
                                    + "("
                                    + MappingWriter.literals(
                                            List.of(one.field(), one.date(), one.part()))
                                    + ")");
                }
            }
        }
        if (!all.isEmpty()) {
            String unique = names.of(Orm.PACKAGE + ".UniqueFor");
            MappingWriter.method(
                    body, names, names.of("java.util.List") + "<" + unique + "> uniqueFor()");
            body.line(
                    "return "
                            + names.inCode("java.util.List")
                            + ".of("
                            + String.join(", ", all)
                            + ");");
            body.close();
        }
    }

    private List<String> validators(ModelField.Plain field) {
        List<String> all = new ArrayList<>();
        field.options().validators().forEach(type -> all.add("new " + names.of(type) + "()"));
        String bean = Orm.PACKAGE + ".BeanConstraints";
        field.made().validators().forEach(one -> all.add(names.inCode(bean) + "." + one));
        return all;
    }
}
