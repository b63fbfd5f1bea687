package dev.quintet.processor;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads what `@Meta` says of fields, and holds the names against the fields that there are.
final class MetaReader {

    private final TypeElement model;
    private final Elements elements;
    private final Report report;
    private final Mirror meta;

    MetaReader(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
        this.meta = ModelName.inheritedMeta(model, elements);
    }

    /// What `@Meta` says, of this class or of the abstract model nearest above.
    Mirror said() {
        return meta;
    }

    /// What `@Meta` of this very class says: names are not inherited.
    Mirror own() {
        return Mirror.of(model, Orm.META, elements);
    }

    /// Refuses names of fields that there are not.
    void check() {
        meta.texts("ordering").forEach(this::checkOrdering);
        for (String said : meta.texts("latestBy")) {
            checkColumn("latestBy", said, false);
        }
        String relation = meta.text("orderWithRespectTo");
        if (!relation.isEmpty()) {
            checkColumn("orderWithRespectTo", relation, true);
        }
        checkManager();
        indexes();
    }

    private void checkManager() {
        String manager = own().text("defaultManager");
        boolean scope =
                manager.isEmpty()
                        || ElementFilter.methodsIn(model.getEnclosedElements()).stream()
                                .anyMatch(method ->
                                        method.getSimpleName().contentEquals(manager)
                                                && method.getParameters().size() == 1
                                                && Mirror.of(method, Orm.SCOPE, elements).exists());
        if (!scope) {
            report.refuse(
                    model,
                    model,
                    own(),
                    "defaultManager",
                    Problem.of(
                                    "processor.E035",
                                    model.getSimpleName() + " has no scope '" + manager + "'.")
                            .because("The default manager is a @Scope with a QuerySet alone.")
                            .fixedBy("Write that scope, or remove 'defaultManager'."));
        }
    }

    /// The ordering; a model that says none has that of the one that it extends.
    List<String> ordering() {
        List<String> said = inherited("ordering");
        if (!said.isEmpty() || meta.text("orderWithRespectTo").isEmpty()) {
            return said;
        }
        return Fields.of(model).stream()
                .filter(field -> FieldReader.column(field, "", elements).equals("_order"))
                .map(field -> field.getSimpleName().toString())
                .toList();
    }

    /// The fields that tell the latest row.
    List<String> latestBy() {
        return inherited("latestBy");
    }

    private List<String> inherited(String member) {
        List<String> own = meta.texts(member);
        TypeElement parent = ModelName.parent(model);
        boolean asked = !own.isEmpty() || !meta.text("orderWithRespectTo").isEmpty();
        return asked || parent == null
                ? own
                : new MetaReader(parent, elements, report).inherited(member);
    }

    List<ModelClass.Together> indexes() {
        var all = new ArrayList<ModelClass.Together>();
        for (boolean unique : new boolean[] {false, true}) {
            String member = unique ? "unique" : "indexes";
            for (Mirror one : meta.mirrors(member, elements)) {
                List<String> fields = one.texts("fields");
                fields.forEach(field -> checkColumn(member, field, unique));
                all.add(new ModelClass.Together(one.text("name"), fields, unique));
            }
        }
        return all;
    }

    /// A name, or a way over relations: `-artist__name`; `?` for any order.
    private void checkOrdering(String said) {
        if (said.equals("?")) {
            return;
        }
        TypeElement at = model;
        String way = said.startsWith("-") ? said.substring(1) : said;
        for (String step : way.split("__", -1)) {
            if (step.equals("pk")) {
                return;
            }
            VariableElement field = at == null ? null : find(at, step);
            if (field == null) {
                refuse("ordering", at == null ? model : at, step, said);
                return;
            }
            at = Fields.isRelation(field.asType()) ? Fields.target(field.asType()) : null;
        }
    }

    private void checkColumn(String member, String said, boolean unique) {
        String name = said.startsWith("-") && !unique ? said.substring(1) : said;
        VariableElement field = find(model, name);
        if (field == null) {
            refuse(member, model, name, said);
            return;
        }
        boolean hasColumn =
                switch (Fields.name(field.asType())) {
                    case Orm.MANY_TO_MANY, Orm.RELATED, Orm.RELATED_ONE -> false;
                    default -> true;
                };
        if (!hasColumn) {
            report.refuse(
                    model,
                    model,
                    meta,
                    member,
                    Problem.of(
                                    "processor.E022",
                                    "The field '"
                                            + name
                                            + "' has no column, so "
                                            + member
                                            + " cannot name it.")
                            .fixedBy("Remove it."));
        }
    }

    private static @Nullable VariableElement find(TypeElement type, String name) {
        for (VariableElement field : Fields.of(type)) {
            if (field.getSimpleName().contentEquals(name)) {
                return field;
            }
        }
        return null;
    }

    private void refuse(String member, TypeElement type, String wrong, String said) {
        List<String> names =
                Fields.of(type).stream().map(one -> one.getSimpleName().toString()).toList();
        String where = said.equals(wrong) ? "" : " ('" + said + "')";
        String nearest = Nearest.question(wrong, names);
        report.refuse(
                model,
                model,
                meta,
                member,
                Problem.of(
                                "processor.E021",
                                type.getSimpleName()
                                        + " has no field '"
                                        + wrong
                                        + "', which "
                                        + member
                                        + " names"
                                        + where
                                        + ".")
                        .because("Its fields are: " + String.join(", ", names) + ".")
                        .fixedBy(
                                nearest != null
                                        ? nearest
                                        : "Name one of them, as it is called in Java."));
    }
}
