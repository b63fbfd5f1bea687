package dev.quintet.processor;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads one relation of a model, and refuses what cannot be one.
final class RelationReader {

    /// Names that a method without parameters cannot have in a class below Relation.
    private static final Set<String> TAKEN =
            Set.of(
                    "clone",
                    "finalize",
                    "getClass",
                    "hashCode",
                    "isNotNull",
                    "isNull",
                    "node",
                    "notify",
                    "notifyAll",
                    "toString",
                    "wait");

    /// What may be said of a relation that has several columns.
    private static final Set<String> OF_PARTED =
            Set.of(
                    "unique",
                    "index",
                    "blank",
                    "editable",
                    "secret",
                    "column",
                    "columns",
                    "limitTo",
                    "relatedName",
                    "relatedQueryName",
                    "constraint",
                    "verboseName",
                    "help");

    private final TypeElement model;
    private final Elements elements;
    private final Report report;

    RelationReader(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    /// Returns the relation, or `null` when it was refused.
    @Nullable ModelField read(VariableElement field) {
        if (!isWellFormed(field)) {
            return null;
        }
        TypeElement type = Fields.target(field.asType());
        if (type == null || !ModelName.hasTable(type)) {
            refuse(
                    field,
                    Problem.of(
                                    "processor.E014",
                                    "The relation '"
                                            + name(field)
                                            + "' does not lead to a model with a table.")
                            .because(
                                    type == null
                                            ? "It does not name a class."
                                            : type.getSimpleName()
                                                    + (ModelName.isModel(type)
                                                            ? " is abstract."
                                                            : " is no model."))
                            .fixedBy(
                                    "Name a class that extends Model and is not abstract, such as ForeignKey<Artist>."));
            return null;
        }
        ModelName target = ModelName.of(type, elements);
        return switch (Fields.name(field.asType())) {
            case Orm.FOREIGN_KEY -> toOne(field, target, false);
            case Orm.ONE_TO_ONE -> toOne(field, target, true);
            case Orm.MANY_TO_MANY -> many(field, target);
            case Orm.RELATED -> reverse(field, target, false);
            default -> reverse(field, target, true);
        };
    }

    private boolean isWellFormed(VariableElement field) {
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            refuse(
                    field,
                    Problem.of("processor.E008", "The relation '" + name(field) + "' is not final.")
                            .because(
                                    "A relation belongs to its object; it is changed by set() and add(), not by assignment.")
                            .fixedBy("Declare it 'public final'."));
            return false;
        }
        if (Fields.nullable(field)) {
            refuse(
                    field,
                    Problem.of(
                                    "processor.E027",
                                    "The relation '" + name(field) + "' is never null itself.")
                            .fixedBy(
                                    "Put @Nullable before the model where it may lead nowhere: ForeignKey<@Nullable Artist>."));
            return false;
        }
        if (TAKEN.contains(name(field))) {
            refuse(
                    field,
                    Problem.of(
                                    "processor.E018",
                                    "A relation cannot be called '" + name(field) + "'.")
                            .because(
                                    "Paths have a method for each relation, and every path has a method of that name.")
                            .fixedBy("Rename it; @Field(column = \"...\") keeps its column."));
            return false;
        }
        return true;
    }

    private @Nullable ModelField toOne(VariableElement field, ModelName target, boolean one) {
        boolean key = Mirror.of(field, Orm.ID, elements).exists();
        TypeMirror argument = Fields.argument(field.asType());
        boolean nullable = argument != null && Fields.nullable(argument);
        if (key && nullable) {
            refuse(
                    field,
                    Problem.of("processor.E027", "The key '" + name(field) + "' cannot be null.")
                            .fixedBy("Remove @Nullable."));
            return null;
        }
        if (!hasOnly(
                field,
                Set.of(
                        "unique",
                        "index",
                        "blank",
                        "editable",
                        "secret",
                        "column",
                        "columns",
                        "limitTo",
                        "databaseDefault",
                        "comment",
                        "to",
                        "relatedName",
                        "relatedQueryName",
                        "constraint",
                        "verboseName",
                        "help"))) {
            return null;
        }
        var options = new ModelField.Options(Mirror.of(field, Orm.FIELD, elements));
        String to = options.text("to");
        TypeMirror type =
                to.isEmpty()
                        ? keyType(target.type(), new HashSet<>())
                        : uniqueType(field, target, to);
        FieldKind kind = type == null ? null : Kinds.of(type);
        if (type == null || kind == null) {
            return to.isEmpty() ? parted(field, target, options, key, nullable, one) : null;
        }
        if (!options.columns().isEmpty()) {
            refuseColumns(field, options.columns().size(), 1);
            return null;
        }
        return new ModelField.ToOne(
                field,
                target,
                kind,
                type,
                options,
                FieldReader.column(field, "_id", elements),
                key,
                nullable,
                one,
                to.isEmpty() || isKey(target, to) ? null : to);
    }

    /// A relation to a model whose key has several fields: each has a column of its own.
    private ModelField.@Nullable Parted parted(
            VariableElement field,
            ModelName target,
            ModelField.Options options,
            boolean key,
            boolean nullable,
            boolean one) {
        List<KeyPart> kept = KeyPart.of(target.type(), elements, report);
        boolean fit = kept.stream().noneMatch(part -> part.kept().kind() == FieldKind.CUSTOM);
        if (kept.size() < 2 || !fit || !hasOnly(field, OF_PARTED)) {
            if (kept.size() < 2 || !fit) {
                refuseTarget(field, target);
            }
            return null;
        }
        int told = options.columns().size();
        if (told != 0 && told != kept.size()) {
            refuseColumns(field, told, kept.size());
            return null;
        }
        List<String> columns = KeyPart.columns(kept, field, elements);
        List<ModelField.Part> parts = new ArrayList<>();
        for (int number = 0; number < kept.size(); number++) {
            KeyPart part = kept.get(number);
            parts.add(
                    new ModelField.Part(
                            field,
                            part.nameIn(name(field)),
                            columns.get(number),
                            number,
                            kept.size(),
                            key,
                            nullable,
                            options,
                            part.kept()));
        }
        return new ModelField.Parted(field, target, options, key, nullable, one, parts);
    }

    private void refuseColumns(VariableElement field, int told, int needed) {
        report.refuse(
                model,
                field,
                Mirror.of(field, Orm.FIELD, elements),
                "columns",
                Problem.of(
                                "processor.E059",
                                "columns of '"
                                        + name(field)
                                        + "' names "
                                        + told
                                        + (told == 1 ? " column, not " : " columns, not ")
                                        + needed
                                        + ".")
                        .because("Each field of the target's key is kept in a column of its own.")
                        .fixedBy(
                                needed == 1
                                        ? "Say column = \"...\"."
                                        : "Name one for each, in the order of the key's fields."));
    }

    private boolean hasCompositeKey(ModelName model) {
        return Fields.of(model.type()).stream()
                        .filter(field -> Mirror.of(field, Orm.ID, elements).exists())
                        .count()
                > 1;
    }

    private void refuseTarget(VariableElement field, ModelName target) {
        refuse(
                field,
                Problem.of(
                                "processor.E014",
                                "The relation '"
                                        + name(field)
                                        + "' cannot lead to "
                                        + target.simple()
                                        + ".")
                        .because(
                                "A relation keeps the key of its target, and "
                                        + target.simple()
                                        + " has none that it can keep.")
                        .fixedBy(
                                "Give "
                                        + target.simple()
                                        + " a key, for example by extending Model."));
    }

    private boolean isKey(ModelName target, String to) {
        return Fields.of(target.type()).stream()
                .anyMatch(field ->
                        name(field).equals(to) && Mirror.of(field, Orm.ID, elements).exists());
    }

    /// The Java type of the target's field whose value is kept; `null` when it was refused.
    private @Nullable TypeMirror uniqueType(VariableElement field, ModelName target, String to) {
        List<String> fit = new ArrayList<>();
        for (VariableElement one : Fields.of(target.type())) {
            boolean unique =
                    Mirror.of(one, Orm.ID, elements).exists()
                            || Mirror.of(one, Orm.FIELD, elements).flag("unique", false);
            if (unique && !Fields.isRelation(one.asType())) {
                fit.add(name(one));
                if (name(one).equals(to)) {
                    return one.asType();
                }
            }
        }
        String nearest = Nearest.question(to, fit);
        report.refuse(
                model,
                field,
                Mirror.of(field, Orm.FIELD, elements),
                "to",
                Problem.of("processor.E033", target.simple() + " has no unique field '" + to + "'.")
                        .because("Its unique fields are: " + String.join(", ", fit) + ".")
                        .fixedBy(nearest != null ? nearest : "Name one of them."));
        return null;
    }

    /// The Java type of a model's key, through keys that are relations themselves; `null` when the
    /// model has none or several, or its key leads round in a circle.
    private @Nullable TypeMirror keyType(TypeElement target, Set<TypeElement> seen) {
        List<VariableElement> keys =
                Fields.of(target).stream()
                        .filter(field -> Mirror.of(field, Orm.ID, elements).exists())
                        .toList();
        if (keys.size() != 1 || !seen.add(target)) {
            return null;
        }
        TypeMirror type = keys.getFirst().asType();
        if (!Fields.isRelation(type)) {
            return type;
        }
        TypeElement further = Fields.target(type);
        return further == null ? null : keyType(further, seen);
    }

    private ModelField.@Nullable Many many(VariableElement field, ModelName target) {
        Mirror reverseOf = Mirror.of(field, Orm.REVERSE_OF, elements);
        if (!hasOnly(
                field,
                Set.of(
                        "blank",
                        "editable",
                        "verboseName",
                        "help",
                        "relatedName",
                        "relatedQueryName",
                        "constraint",
                        "limitTo",
                        "symmetrical"))) {
            return null;
        }
        ModelName own = ModelName.of(model, elements);
        for (ModelName side : List.of(own, target)) {
            if (hasCompositeKey(side)) {
                refuse(
                        field,
                        Problem.of(
                                        "processor.E057",
                                        "'"
                                                + name(field)
                                                + "' cannot tie rows of "
                                                + side.simple()
                                                + ", whose key has several fields.")
                                .because("A table between keeps one column of each side.")
                                .fixedBy(
                                        "Declare a model between with a ForeignKey to each side,"
                                                + " and Related fields for the ways back."));
                return null;
            }
        }
        if (!reverseOf.exists()) {
            return many(field, own, field, target, null);
        }
        String wanted = reverseOf.text("value");
        List<VariableElement> candidates = leadingHere(target, Orm.MANY_TO_MANY);
        for (VariableElement one : candidates) {
            if (name(one).equals(wanted) && !Mirror.of(one, Orm.REVERSE_OF, elements).exists()) {
                return many(field, target, one, own, wanted);
            }
        }
        refuseReverseOf(field, target, reverseOf, candidates, "ManyToMany");
        return null;
    }

    /// The table between, as the field that declares it has it, seen from either side.
    private ModelField.@Nullable Many many(
            VariableElement field,
            ModelName declaring,
            VariableElement declaration,
            ModelName declared,
            @Nullable String reverse) {
        var options = new ModelField.Options(Mirror.of(field, Orm.FIELD, elements));
        ModelField.Between between =
                new BetweenReader(model, elements, report).read(declaring, declaration, declared);
        if (between == null) {
            return null;
        }
        return reverse == null
                ? new ModelField.Many(field, declared, options, between, null)
                : new ModelField.Many(field, declaring, options, between.turned(), reverse);
    }

    private ModelField.@Nullable Reverse reverse(
            VariableElement field, ModelName target, boolean one) {
        String kind = one ? "OneToOne" : "ForeignKey";
        if (!hasOnly(field, Set.of("verboseName", "help", "relatedQueryName"))) {
            return null;
        }
        List<VariableElement> candidates =
                leadingHere(target, one ? Orm.ONE_TO_ONE : Orm.FOREIGN_KEY);
        Mirror reverseOf = Mirror.of(field, Orm.REVERSE_OF, elements);
        if (reverseOf.exists()) {
            for (VariableElement candidate : candidates) {
                if (name(candidate).equals(reverseOf.text("value"))) {
                    return new ModelField.Reverse(field, target, name(candidate), one);
                }
            }
            ModelField.Reverse named = one ? null : generic(field, target, reverseOf.text("value"));
            if (named == null) {
                refuseReverseOf(field, target, reverseOf, candidates, kind);
            }
            return named;
        }
        if (candidates.size() == 1) {
            return new ModelField.Reverse(field, target, name(candidates.getFirst()), one);
        }
        if (candidates.isEmpty() && one && isChild(target)) {
            return new ModelField.Reverse(
                    field, target, Naming.parentLink(model.getSimpleName().toString()), true);
        }
        if (candidates.isEmpty() && !one) {
            ModelField.Reverse only = generic(field, target, "");
            if (only != null) {
                return only;
            }
        }
        if (candidates.isEmpty()) {
            String wanted = kind + "<" + model.getSimpleName() + ">";
            refuse(
                    field,
                    Problem.of(
                                    "processor.E015",
                                    target.simple()
                                            + " has no "
                                            + wanted
                                            + ", so '"
                                            + name(field)
                                            + "' is the reverse of nothing.")
                            .fixedBy(noReverse(target, one, wanted)));
            return null;
        }
        List<String> names = candidates.stream().map(RelationReader::name).toList();
        refuse(
                field,
                Problem.of(
                                "processor.E016",
                                target.simple()
                                        + " has several relations to "
                                        + model.getSimpleName()
                                        + ": "
                                        + String.join(", ", names)
                                        + ".")
                        .because("'" + name(field) + "' is the reverse of one of them.")
                        .fixedBy("Say which: @ReverseOf(\"" + names.getFirst() + "\")."));
        return null;
    }

    /// The reverse of the other model's relation to rows of any model, or `null` when it has none.
    ///
    /// @param wanted its name; empty for the only one
    private ModelField.@Nullable Reverse generic(
            VariableElement field, ModelName target, String wanted) {
        List<VariableElement> all =
                Fields.of(target.type()).stream()
                        .filter(one -> Fields.isGeneric(one.asType()))
                        .filter(one -> wanted.isEmpty() || name(one).equals(wanted))
                        .toList();
        if (all.size() != 1) {
            return null;
        }
        String back = Mirror.of(field, Orm.FIELD, elements).text("relatedQueryName");
        ModelField.Tie tie = GenericReader.tie(all.getFirst(), elements, back);
        return new ModelField.Reverse(field, target, tie.key(), false, tie);
    }

    private String noReverse(ModelName target, boolean one, String wanted) {
        String other = one ? Orm.FOREIGN_KEY : Orm.ONE_TO_ONE;
        if (!leadingHere(target, other).isEmpty()) {
            return "Declare it as "
                    + (one ? "Related" : "RelatedOne")
                    + "<"
                    + target.simple()
                    + ">.";
        }
        List<VariableElement> many = leadingHere(target, Orm.MANY_TO_MANY);
        if (!many.isEmpty()) {
            return "Declare it as @ReverseOf(\""
                    + name(many.getFirst())
                    + "\") ManyToMany<"
                    + target.simple()
                    + ">.";
        }
        return "Give " + target.simple() + " a field of type " + wanted + ", or remove this one.";
    }

    /// Whether the other model extends this one, and has a table of its own.
    private boolean isChild(ModelName target) {
        TypeElement parent = ModelName.parent(target.type());
        return parent != null
                && !ModelName.isProxy(target.type(), elements)
                && model.equals(ModelName.concrete(parent, elements));
    }

    /// The other model's own relations of a kind that lead to this model.
    private List<VariableElement> leadingHere(ModelName target, String kind) {
        TypeElement parent = ModelName.parent(target.type());
        List<VariableElement> inherited = parent == null ? List.of() : Fields.of(parent);
        return Fields.of(target.type()).stream()
                .filter(field ->
                        !inherited.contains(field)
                                && Fields.name(field.asType()).equals(kind)
                                && leadsHere(field))
                .toList();
    }

    private boolean leadsHere(VariableElement field) {
        TypeElement to = Fields.target(field.asType());
        return to != null && (model.equals(to) || model.equals(ModelName.concrete(to, elements)));
    }

    private boolean hasOnly(VariableElement field, Set<String> allowed) {
        Mirror said = Mirror.of(field, Orm.FIELD, elements);
        if (said.annotation() == null) {
            return true;
        }
        for (var one : said.annotation().getElementValues().keySet()) {
            String option = one.getSimpleName().toString();
            if (!allowed.contains(option)) {
                report.refuse(
                        model,
                        field,
                        said,
                        option,
                        Problem.of(
                                        "processor.E011",
                                        option
                                                + " says nothing about a "
                                                + Kinds.written(field.asType())
                                                + ".")
                                .fixedBy("Leave it out."));
                return false;
            }
        }
        return true;
    }

    private void refuseReverseOf(
            VariableElement field,
            ModelName target,
            Mirror reverseOf,
            List<VariableElement> candidates,
            String kind) {
        List<String> names = candidates.stream().map(RelationReader::name).toList();
        String wanted = reverseOf.text("value");
        String nearest = Nearest.question(wanted, names);
        report.refuse(
                model,
                field,
                reverseOf,
                "value",
                Problem.of(
                                "processor.E017",
                                target.simple()
                                        + " has no "
                                        + kind
                                        + " '"
                                        + wanted
                                        + "' that leads to "
                                        + model.getSimpleName()
                                        + ".")
                        .because(
                                names.isEmpty()
                                        ? "It has none that leads there."
                                        : "Those that do: " + String.join(", ", names) + ".")
                        .fixedBy(nearest != null ? nearest : "Name one of them."));
    }

    private static String name(VariableElement field) {
        return field.getSimpleName().toString();
    }

    private void refuse(VariableElement field, Problem problem) {
        report.refuse(model, field, problem);
    }
}
