package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads a model class, and refuses what cannot be one.
final class ModelReader {

    private final Elements elements;
    private final Report report;

    ModelReader(Elements elements, Report report) {
        this.elements = elements;
        this.report = report;
    }

    /// Returns the model, or `null` when something of it was refused.
    @Nullable ModelClass read(TypeElement type) {
        int before = report.count();
        ModelName name = ModelName.of(type, elements);
        if (!isPlainClass(type)) {
            return null;
        }
        checkAncestors(type);
        checkConstructor(type);
        checkCatalogue(name);
        List<ModelField> fields = fields(type);
        if (report.count() == before) {
            checkKey(type, fields);
        }
        var meta = new MetaReader(type, elements, report);
        List<String> ordering = meta.ordering();
        List<ModelClass.Together> indexes = meta.indexes();
        List<ExecutableElement> scopes = new ScopeReader(type, elements, report).read();
        if (report.count() != before) {
            return null;
        }
        Mirror own = Mirror.of(type, Orm.META, elements);
        return new ModelClass(
                name,
                fields,
                scopes,
                ordering,
                indexes,
                meta.managed(),
                own.text("verboseName"),
                own.text("verboseNamePlural"));
    }

    /// Looks at the fields that an abstract model declares itself, so that it need not be extended
    /// before it is told what is wrong.
    void check(TypeElement type) {
        var reader = new FieldReader(type, elements, report);
        for (VariableElement field : Fields.own(type)) {
            // A reverse is known only where it is known whose it is.
            if (!Fields.isRelation(field.asType())) {
                reader.read(field);
            }
        }
        new ScopeReader(type, elements, report).read();
    }

    private boolean isPlainClass(TypeElement type) {
        String why = null;
        if (!type.getTypeParameters().isEmpty()) {
            why = "It has type parameters, and its rows would not know their arguments.";
        } else if (type.getNestingKind() == NestingKind.LOCAL
                || type.getNestingKind() == NestingKind.ANONYMOUS) {
            why = "It is declared in a method, where its catalogue cannot reach it.";
        } else {
            for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
                if (at.getModifiers().contains(Modifier.PRIVATE)) {
                    why = at.getSimpleName() + " is private, and its catalogue cannot reach it.";
                } else if (((TypeElement) at).getNestingKind() == NestingKind.MEMBER
                        && !at.getModifiers().contains(Modifier.STATIC)) {
                    why = "It is an inner class, and its rows have no object around them.";
                }
            }
        }
        if (why == null) {
            return true;
        }
        report.refuse(
                type,
                type,
                Problem.of("processor.E002", type.getSimpleName() + " cannot be a model.")
                        .because(why)
                        .fixedBy(
                                "Make it a class of its own, or a static one that is not private."));
        return false;
    }

    private void checkAncestors(TypeElement type) {
        TypeElement above = ModelName.above(type);
        if (above != null && ModelName.hasTable(above)) {
            report.refuse(
                    type,
                    type,
                    Problem.of(
                                    "processor.E001",
                                    type.getSimpleName()
                                            + " extends "
                                            + above.getSimpleName()
                                            + ", which has a table of its own.")
                            .because(
                                    "A model extends Model, Entity or an abstract model: a row is of one table.")
                            .fixedBy(
                                    "Make "
                                            + above.getSimpleName()
                                            + " abstract, or give "
                                            + type.getSimpleName()
                                            + " a OneToOne<"
                                            + above.getSimpleName()
                                            + ">."));
        }
    }

    private void checkConstructor(TypeElement type) {
        for (ExecutableElement one : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (one.getParameters().isEmpty() && !one.getModifiers().contains(Modifier.PRIVATE)) {
                return;
            }
        }
        report.refuse(
                type,
                type,
                Problem.of(
                                "processor.E003",
                                type.getSimpleName() + " has no constructor without parameters.")
                        .because("Rows are loaded into objects that it makes.")
                        .fixedBy(
                                "Add '" + type.getSimpleName() + "() {}'; it need not be public."));
    }

    private void checkCatalogue(ModelName name) {
        Mirror meta = Mirror.of(name.type(), Orm.META, elements);
        String fix = "Name it: @Meta(catalog = \"" + name.simple() + "Rows\").";
        if (!SourceVersion.isName(name.catalogue()) || name.catalogue().contains(".")) {
            report.refuse(
                    name.type(),
                    name.type(),
                    meta,
                    "catalog",
                    Problem.of(
                                    "processor.E024",
                                    "A class cannot be called '" + name.catalogue() + "'.")
                            .fixedBy(fix));
            return;
        }
        TypeElement other = elements.getTypeElement(name.qualifiedCatalogue());
        if (name.catalogue().equals(name.simple())
                || (other != null && !isCatalogueOf(other, name))) {
            report.refuse(
                    name.type(),
                    name.type(),
                    meta,
                    "catalog",
                    Problem.of(
                                    "processor.E023",
                                    "The catalogue of "
                                            + name.simple()
                                            + " would be called "
                                            + name.catalogue()
                                            + ", and there is a class of that name.")
                            .fixedBy(fix));
        }
    }

    /// Whether a class is what an earlier compilation wrote for the same model.
    private static boolean isCatalogueOf(TypeElement other, ModelName name) {
        return ElementFilter.typesIn(other.getEnclosedElements()).stream()
                .anyMatch(nested ->
                        nested.getSimpleName().contentEquals("Mapping")
                                && isMappingOf(nested.getSuperclass(), name));
    }

    private static boolean isMappingOf(TypeMirror type, ModelName name) {
        if (!(type instanceof DeclaredType mapping)) {
            return false;
        }
        List<? extends TypeMirror> arguments = mapping.getTypeArguments();
        return arguments.size() == 1
                && Fields.name(arguments.getFirst()).contentEquals(name.type().getQualifiedName());
    }

    private List<ModelField> fields(TypeElement type) {
        var reader = new FieldReader(type, elements, report);
        var fields = new ArrayList<ModelField>();
        Map<String, VariableElement> byName = new HashMap<>();
        Map<String, String> columns = new HashMap<>();
        for (VariableElement element : Fields.of(type)) {
            VariableElement hidden = byName.put(element.getSimpleName().toString(), element);
            if (hidden != null) {
                refuseHiding(type, element, hidden);
                continue;
            }
            ModelField field = reader.read(element);
            if (field == null) {
                continue;
            }
            fields.add(field);
            if (field instanceof ModelField.Stored stored) {
                String before = columns.put(stored.column(), stored.name());
                if (before != null) {
                    report.refuse(
                            type,
                            element,
                            Problem.of(
                                            "processor.E020",
                                            "The fields '"
                                                    + before
                                                    + "' and '"
                                                    + field.name()
                                                    + "' have one column, '"
                                                    + stored.column()
                                                    + "'.")
                                    .fixedBy(
                                            "Give one of them another: @Field(column = \"...\")."));
                }
            }
        }
        return fields;
    }

    private void refuseHiding(TypeElement type, VariableElement field, VariableElement hidden) {
        if (!(hidden.getEnclosingElement() instanceof TypeElement above)) {
            return;
        }
        boolean model = above.getQualifiedName().contentEquals(Orm.MODEL);
        report.refuse(
                type,
                field,
                Problem.of(
                                "processor.E005",
                                above.getSimpleName()
                                        + " has a field '"
                                        + field.getSimpleName()
                                        + "' already.")
                        .fixedBy(
                                model
                                        ? "Rename it, or extend Entity and mark a key of your own with @Id."
                                        : "Rename it; @Field(column = \"...\") keeps its column."));
    }

    private void checkKey(TypeElement type, List<ModelField> fields) {
        List<ModelField.Stored> keys =
                fields.stream()
                        .filter(ModelField.Stored.class::isInstance)
                        .map(ModelField.Stored.class::cast)
                        .filter(ModelField.Stored::key)
                        .toList();
        if (keys.isEmpty()) {
            report.refuse(
                    type,
                    type,
                    Problem.of("processor.E004", type.getSimpleName() + " has no key.")
                            .fixedBy("Extend Model, which has one, or mark a field with @Id."));
        }
        for (ModelField.Stored key : keys) {
            if (keys.size() > 1 && key instanceof ModelField.Plain plain && plain.generated()) {
                report.refuse(
                        type,
                        key.element(),
                        Problem.of(
                                        "processor.E013",
                                        "The database cannot give '"
                                                + key.name()
                                                + "', a part of a key of several fields.")
                                .fixedBy("Remove 'generated', or let it be the only @Id."));
            }
        }
    }
}
