package dev.quintet.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/// Writes a model's catalogue: its fields as typed expressions, its queries, its paths and, by
/// {@link MappingWriter}, its mapping.
final class CatalogueWriter {

    private final ModelClass model;
    private final Elements elements;
    private final Names names;
    private final String type;

    CatalogueWriter(ModelClass model, Elements elements) {
        this.model = model;
        this.elements = elements;
        this.names =
                new Names(
                        model.name().packageName(),
                        elements,
                        Set.of("Path", "Mapping", "Snapshot", "R"));
        names.of(model.name().qualifiedCatalogue());
        this.type = names.of(model.name().type());
    }

    /// The names that the catalogue's code uses, which a field of it would hide.
    Set<String> spoken() {
        return names.spoken();
    }

    /// {@return the file}
    String write() {
        var body = new Source();
        body.doc("The catalogue of {@link " + type + "}: its fields, its queries.");
        if (generatedIsReadable()) {
            body.line(
                    "@"
                            + names.of("javax.annotation.processing.Generated")
                            + "("
                            + Source.quoted(ModelProcessor.class.getName())
                            + ")");
        }
        body.line(
                "@"
                        + names.of("java.lang.SuppressWarnings")
                        + "({\"deprecation\", \"rawtypes\", \"removal\", \"unchecked\", \"varargs\"})");
        body.open((model.exported() ? "public " : "") + "final class " + model.name().catalogue());
        columns(body);
        body.gap();
        body.line("private " + model.name().catalogue() + "() {}");
        queries(body);
        for (ExecutableElement scope : model.scopes()) {
            scope(body, scope);
        }
        body.gap();
        path(body);
        body.gap();
        new MappingWriter(model, names).write(body);
        body.close();
        return header() + body;
    }

    private String header() {
        var file = new Source();
        if (!model.name().packageName().isEmpty()) {
            file.line("package " + model.name().packageName() + ";");
            file.gap();
        }
        file.line(
                "// Written by Quintet from "
                        + model.name().type().getQualifiedName()
                        + ". Do not edit.");
        file.gap();
        names.imports().forEach(one -> file.line("import " + one + ";"));
        if (!names.imports().isEmpty()) {
            file.gap();
        }
        return file.toString();
    }

    private boolean generatedIsReadable() {
        var module = elements.getModuleOf(model.name().type());
        String generated = "javax.annotation.processing.Generated";
        return (module == null
                        ? elements.getTypeElement(generated)
                        : elements.getTypeElement(module, generated))
                != null;
    }

    private void columns(Source body) {
        String fieldPath = names.inCode(Orm.PACKAGE + ".tree.FieldPath");
        for (ModelField.Generic field : model.generics()) {
            body.gap();
            body.doc(words(field));
            body.line(
                    visibility(field)
                            + "static final "
                            + columnType(field, type)
                            + " "
                            + field.name()
                            + " = "
                            + generic(field, type, fieldPath + ".ROOT")
                            + ";");
        }
        for (ModelField field : plain()) {
            String column = columnType(field, type);
            body.gap();
            body.doc(words(field));
            body.line(
                    visibility(field)
                            + "static final "
                            + column
                            + " "
                            + field.name()
                            + " = new "
                            + column
                            + "("
                            + (field instanceof ModelField.Leading
                                    ? fieldPath + ".of(" + Source.quoted(field.name()) + ")"
                                    : Source.quoted(field.name()))
                            + ");");
        }
    }

    /// The fields that the catalogue shows and that lead to no row of any model.
    private List<ModelField> plain() {
        return model.shown().stream().filter(one -> !(one instanceof ModelField.Generic)).toList();
    }

    private String generic(ModelField.Generic field, String root, String steps) {
        return "new "
                + columnType(field, root)
                + "("
                + steps
                + ", Mapping.INSTANCE, "
                + MappingWriter.tie(field.tie(), names)
                + ")";
    }

    private void queries(Source body) {
        String querySet = names.of(Orm.QUERY_SET) + "<" + type + ">";
        String conditions = names.of(Orm.PACKAGE + ".Condition") + "<? super " + type + ">...";
        String relations = names.of(Orm.PACKAGE + ".Relation") + "<? super " + type + ", ?>...";
        String sorts = names.of(Orm.PACKAGE + ".Sort") + "<? super " + type + ">...";
        body.gap();
        body.doc("{@return all rows, narrowed by the methods of what comes back; lazy}");
        body.open("public static " + querySet + " all()");
        String all = names.inCode(Orm.QUERY_SET) + ".of(Mapping.INSTANCE)";
        String manager = model.about().own().text("defaultManager");
        body.line(
                "return "
                        + (manager.isEmpty()
                                ? all
                                : names.inCode(model.name().type())
                                        + "."
                                        + manager
                                        + "("
                                        + all
                                        + ")")
                        + ";");
        body.close();
        query(
                body,
                "{@return the rows that meet all conditions}",
                querySet,
                "filter",
                conditions + " conditions");
        query(
                body,
                "{@return the rows that do not meet all conditions}",
                querySet,
                "exclude",
                conditions + " conditions");
        query(
                body,
                "{@return the one row that meets all conditions}",
                type,
                "get",
                conditions + " conditions");
        query(
                body,
                "{@return the one row that meets all conditions, for a view: the page is not found when there is none}",
                type,
                "getOr404",
                conditions + " conditions");
        query(body, "{@return all rows, sorted}", querySet, "orderBy", sorts + " keys");
        query(
                body,
                "{@return all rows, with the rows that these relations lead to, by joins}",
                querySet,
                "selectRelated",
                relations + " relations");
        query(
                body,
                "{@return all rows, with the rows that these relations lead to, by a query each}",
                querySet,
                "prefetchRelated",
                relations + " relations");
        body.gap();
        body.doc("{@return all rows, each with what the database works out for it}");
        body.open(
                "public static "
                        + querySet
                        + " annotate("
                        + names.of("java.lang.String")
                        + " name, "
                        + names.of(Orm.PACKAGE + ".Expression")
                        + "<? super "
                        + type
                        + ", ?> value)");
        body.line("return all().annotate(name, value);");
        body.close();
    }

    private void query(Source body, String doc, String result, String name, String parameter) {
        body.gap();
        body.doc(doc);
        body.line("@" + names.of("java.lang.SafeVarargs"));
        body.open("public static " + result + " " + name + "(" + parameter + ")");
        body.line(
                "return all()."
                        + name
                        + "("
                        + parameter.substring(parameter.lastIndexOf(' ') + 1)
                        + ");");
        body.close();
    }

    private void scope(Source body, ExecutableElement scope) {
        List<? extends VariableElement> all = scope.getParameters();
        List<? extends VariableElement> further = all.subList(1, all.size());
        List<String> parameters = parameters(scope);
        String thrown =
                scope.getThrownTypes().isEmpty()
                        ? ""
                        : scope.getThrownTypes().stream()
                                .map(names::of)
                                .collect(Collectors.joining(", ", " throws ", ""));
        body.gap();
        body.doc(
                "{@return the rows of {@link "
                        + type
                        + "}'s scope `"
                        + scope.getSimpleName()
                        + "`}");
        body.open(
                "public static "
                        + names.of(Orm.QUERY_SET)
                        + "<"
                        + type
                        + "> "
                        + scope.getSimpleName()
                        + "("
                        + String.join(", ", parameters)
                        + ")"
                        + thrown);
        String arguments =
                further.stream()
                        .map(one -> ", " + one.getSimpleName())
                        .collect(Collectors.joining());
        body.line(
                "return "
                        + names.inCode(model.name().type())
                        + "."
                        + scope.getSimpleName()
                        + "(all()"
                        + arguments
                        + ");");
        body.close();
    }

    /// The parameters of a scope that follow its QuerySet.
    private List<String> parameters(ExecutableElement scope) {
        List<? extends VariableElement> all = scope.getParameters();
        var parameters = new ArrayList<String>();
        for (int at = 1; at < all.size(); at++) {
            String written = names.of(all.get(at).asType());
            if (scope.isVarArgs() && at == all.size() - 1) {
                written = written.substring(0, written.length() - 2) + "...";
            }
            parameters.add(written + " " + all.get(at).getSimpleName());
        }
        return parameters;
    }

    private void path(Source body) {
        String fieldPath = names.of(Orm.PACKAGE + ".tree.FieldPath");
        body.doc("A way from rows of R to rows of {@link " + type + "}.");
        body.doc("");
        body.doc("@param <R> the model that it starts from");
        body.open(
                "public static final class Path<R> extends "
                        + names.of(Orm.PACKAGE + ".Relation")
                        + "<R, "
                        + type
                        + ">");
        List<ModelField> columns =
                plain().stream().filter(one -> !(one instanceof ModelField.Leading)).toList();
        for (ModelField field : columns) {
            body.gap();
            body.doc(words(field));
            body.line(
                    visibility(field)
                            + "final "
                            + columnType(field, "R")
                            + " "
                            + field.name()
                            + ";");
        }
        body.gap();
        body.doc("The way of these steps; generated catalogues call this.");
        body.open("public Path(" + fieldPath + " steps)");
        body.line("super(steps);");
        for (ModelField field : columns) {
            body.line(
                    "this."
                            + field.name()
                            + " = new "
                            + columnType(field, "R")
                            + "(steps, "
                            + Source.quoted(field.name())
                            + ");");
        }
        body.close();
        for (ModelField.Generic field : model.generics()) {
            body.gap();
            body.doc(words(field));
            body.open(visibility(field) + columnType(field, "R") + " " + field.name() + "()");
            body.line("return " + generic(field, "R", "super.steps") + ";");
            body.close();
        }
        for (ModelField.Leading field : model.leading()) {
            String further = columnType(field, "R");
            body.gap();
            body.doc(words(field));
            body.open(visibility(field) + further + " " + field.name() + "()");
            body.line(
                    "return new "
                            + further
                            + "(super.steps.then("
                            + Source.quoted(field.name())
                            + "));");
            body.close();
        }
        body.close();
    }

    /// The type of a field's place in a catalogue or path that starts from `root`.
    private String columnType(ModelField field, String root) {
        if (field instanceof ModelField.Leading leading) {
            return names.of(leading.target().qualifiedCatalogue()) + ".Path<" + root + ">";
        }
        if (field instanceof ModelField.Generic) {
            return names.of(Orm.GENERIC_PATH) + "<" + root + ">";
        }
        var plain = (ModelField.Plain) field;
        String column = names.of(Orm.PACKAGE + "." + plain.kind().column());
        return plain.kind().columnHasType()
                ? column + "<" + root + ", " + boxed(plain.kind(), plain.type(), names) + ">"
                : column + "<" + root + ">";
    }

    /// The reference type of a field's values.
    static String boxed(FieldKind kind, javax.lang.model.type.TypeMirror type, Names names) {
        return switch (kind) {
            case ENUM, JSON, ARRAY, TEXTS, RANGE, CUSTOM -> names.of(type);
            case BINARY -> "byte[]";
            default -> names.of(kind.type());
        };
    }

    private static String visibility(ModelField field) {
        return field.exported() ? "public " : "";
    }

    /// What a field holds, as a sentence for its doc comment.
    private static String words(ModelField field) {
        return switch (field) {
            case ModelField.Plain plain -> {
                String words = plain.kind().words();
                if (plain.kind() == FieldKind.TEXT && plain.length() > 0) {
                    words += " of at most " + plain.length() + " characters";
                } else if (plain.kind() == FieldKind.DECIMAL) {
                    words +=
                            " of "
                                    + plain.options().digits()
                                    + " digits, "
                                    + plain.options().decimals()
                                    + " of them behind the point";
                } else if (plain.kind() == FieldKind.ENUM) {
                    words =
                            "one of {@link "
                                    + plain.type().toString().replaceAll("@\\S+ ", "")
                                    + "}";
                }
                yield sentence(
                        (plain.key() ? "the key, " : "")
                                + words
                                + (plain.nullable() ? ", or null" : ""));
            }
            case ModelField.ParentLink link -> sentence("the tie to " + link.parent().simple());
            case ModelField.ToOne one -> toOne(one, one.nullable());
            case ModelField.Parted parted -> toOne(parted, parted.nullable());
            case ModelField.Part part -> sentence("a part of `" + part.relation() + "`");
            case ModelField.Generic generic ->
                    sentence(
                            "to the row of any model that `"
                                    + generic.tie().type()
                                    + "` and `"
                                    + generic.tie().key()
                                    + "` name");
            case ModelField.Many many ->
                    sentence(
                            "to the rows of {@link "
                                    + link(many)
                                    + "} that the table between ties to it");
            case ModelField.Reverse reverse ->
                    sentence(
                            (reverse.one() ? "to the row of {@link " : "to the rows of {@link ")
                                    + link(reverse)
                                    + "} whose `"
                                    + reverse.field()
                                    + "` leads here"
                                    + (reverse.one() ? ", if any" : ""));
        };
    }

    private static String toOne(ModelField.Leading field, boolean nullable) {
        return sentence(
                (nullable ? "to a row of {@link " : "to the row of {@link ")
                        + link(field)
                        + "} that it has the key of"
                        + (nullable ? ", if any" : ""));
    }

    private static String link(ModelField.Leading field) {
        return field.target().type().getQualifiedName().toString();
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
