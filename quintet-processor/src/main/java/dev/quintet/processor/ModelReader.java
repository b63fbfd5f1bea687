package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    /// How many fields of the model read last belong to the model above it.
    private int inherited;

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
        checkProxy(type);
        checkConstructor(type);
        checkCatalogue(name);
        List<ModelField> fields = fields(type);
        if (report.count() == before) {
            checkKey(type, fields);
            new FileCheck(type, elements, report).check(fields);
            new LimitCheck(type, elements, report).check(fields);
        }
        var meta = new MetaReader(type, elements, report);
        meta.check();
        List<ExecutableElement> scopes = new ScopeReader(type, elements, report).read();
        var lists = new ListReader(type, elements, report);
        String constraints = lists.read(Orm.CONSTRAINTS, Orm.CONSTRAINT);
        String indexes = lists.read(Orm.INDEXES, Orm.TABLE_INDEX);
        lists.checkValues();
        UniqueDates.check(type, fields, elements, report);
        if (report.count() != before) {
            return null;
        }
        TypeElement parent = ModelName.parent(type);
        boolean proxy = ModelName.isProxy(type, elements);
        return new ModelClass(
                name,
                fields,
                parent == null ? 0 : inherited,
                parent == null ? null : ModelName.of(parent, elements),
                proxy,
                scopes,
                constraints,
                indexes,
                meta);
    }

    /// Looks at the fields that an abstract model declares itself, so that it need not be extended
    /// before it is told what is wrong.
    void check(TypeElement type) {
        var reader = new FieldReader(type, type, elements, report);
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

    private void checkProxy(TypeElement type) {
        Mirror meta = Mirror.of(type, Orm.META, elements);
        if (!meta.flag("proxy", false)) {
            return;
        }
        TypeElement parent = ModelName.parent(type);
        if (parent == null) {
            report.refuse(
                    type,
                    type,
                    meta,
                    "proxy",
                    Problem.of("processor.E001", type.getSimpleName() + " is a proxy of nothing.")
                            .because("A proxy extends a model that has a table.")
                            .fixedBy("Extend that model, or remove 'proxy'."));
            return;
        }
        List<VariableElement> there = Fields.of(parent);
        for (VariableElement field : Fields.of(type)) {
            if (!there.contains(field)) {
                report.refuse(
                        type,
                        field,
                        Problem.of(
                                        "processor.E030",
                                        "The proxy "
                                                + type.getSimpleName()
                                                + " has a field '"
                                                + field.getSimpleName()
                                                + "'.")
                                .because("A proxy has no table where it could be kept.")
                                .fixedBy(
                                        "Move it to "
                                                + parent.getSimpleName()
                                                + ", make it 'transient', or remove 'proxy'."));
            }
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
        Map<String, VariableElement> byName = new HashMap<>();
        for (VariableElement element : Fields.of(type)) {
            VariableElement hidden = byName.put(element.getSimpleName().toString(), element);
            if (hidden != null) {
                refuseHiding(type, element, hidden);
            }
        }
        var fields = new ArrayList<ModelField>();
        collect(type, type, fields);
        return fields;
    }

    /// Adds the fields of `at` and, before them, those of the models above it.
    private void collect(TypeElement type, TypeElement at, List<ModelField> fields) {
        TypeElement parent = ModelName.parent(at);
        boolean proxy = ModelName.isProxy(at, elements);
        if (parent != null) {
            collect(type, parent, fields);
        }
        if (at.equals(type)) {
            inherited = fields.size();
        }
        Map<String, String> columns = new HashMap<>();
        if (parent != null && !proxy && hasCompositeKey(fields)) {
            report.refuse(
                    type,
                    at,
                    Problem.of(
                                    "processor.E058",
                                    at.getSimpleName()
                                            + " cannot extend "
                                            + parent.getSimpleName()
                                            + ", whose key has several fields.")
                            .because("The row of a model is tied to that above by one column.")
                            .fixedBy(
                                    "Give "
                                            + parent.getSimpleName()
                                            + " one key, or make it abstract."));
        } else if (parent != null && !proxy) {
            ModelField.ParentLink link = link(ModelName.concrete(parent, elements), fields);
            if (link != null) {
                fields.add(link);
                columns.put(link.column(), link.name());
            }
        }
        List<VariableElement> above = parent == null ? List.of() : Fields.of(parent);
        var reader = new FieldReader(type, at, elements, report);
        for (VariableElement element : Fields.of(at)) {
            ModelField field = above.contains(element) ? null : reader.read(element);
            if (field instanceof ModelField.Parted parted) {
                fields.addAll(parted.parts());
                parted.parts().forEach(part -> checkColumn(type, part, columns));
            }
            if (field != null) {
                fields.add(field);
                checkColumn(type, field, columns);
            }
        }
    }

    private static boolean hasCompositeKey(List<ModelField> fields) {
        return fields.stream()
                        .filter(one ->
                                one instanceof ModelField.Stored stored
                                        && stored.key()
                                        && !(one instanceof ModelField.ParentLink))
                        .count()
                > 1;
    }

    private ModelField.@Nullable ParentLink link(TypeElement parent, List<ModelField> fields) {
        for (ModelField one : fields) {
            if (one instanceof ModelField.Stored key && key.key()) {
                ModelName name = ModelName.of(parent, elements);
                boolean generated =
                        switch (key) {
                            case ModelField.Plain plain -> plain.generated();
                            case ModelField.ParentLink link -> link.generated();
                            case ModelField.ToOne _, ModelField.Part _ -> false;
                        };
                return new ModelField.ParentLink(
                        key.element(),
                        name,
                        key.kind(),
                        key.type(),
                        new ModelField.Options(Mirror.of(parent, Orm.FIELD, elements)),
                        Naming.parentLink(name.simple()),
                        name.simple().toLowerCase(Locale.ROOT) + "_ptr_id",
                        generated);
            }
        }
        return null;
    }

    private void checkColumn(TypeElement type, ModelField field, Map<String, String> columns) {
        if (!(field instanceof ModelField.Stored stored)) {
            return;
        }
        String before = columns.put(stored.column(), stored.name());
        if (before != null) {
            report.refuse(
                    type,
                    field.element(),
                    Problem.of(
                                    "processor.E020",
                                    "The fields '"
                                            + before
                                            + "' and '"
                                            + field.name()
                                            + "' have one column, '"
                                            + stored.column()
                                            + "'.")
                            .fixedBy("Give one of them another: @Field(column = \"...\")."));
        }
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
                        .filter(field -> !(field instanceof ModelField.ParentLink))
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
