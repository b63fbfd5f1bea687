package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.JavaNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads one field of a model, and refuses what cannot be one.
final class FieldReader {

    /// How long texts are where a model does not say.
    private static final Map<String, Integer> USUAL_LENGTHS =
            Map.of("EMAIL", 254, "URL", 200, "SLUG", 50, "FILE", 100);

    /// A short enum's column is made this wide, so that a longer name added later fits.
    private static final int LEAST_ENUM_LENGTH = 20;

    private final TypeElement model;
    private final Elements elements;
    private final Report report;
    private final RelationReader relations;

    /// @param model whose catalogue is written
    /// @param owner the model with a table, itself or one above, that the fields belong to
    FieldReader(TypeElement model, TypeElement owner, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
        this.relations = new RelationReader(owner, elements, report);
    }

    /// Returns the field, or `null` when it was refused.
    @Nullable ModelField read(VariableElement field) {
        if (!isReachable(field)) {
            return null;
        }
        if (Fields.isRelation(field.asType())) {
            return relations.read(field);
        }
        if (Fields.isGeneric(field.asType())) {
            return new GenericReader(model, elements, report).read(field);
        }
        var options = new ModelField.Options(Mirror.of(field, Orm.FIELD, elements));
        FieldKind kind = options.valueType() == null ? Kinds.of(field.asType()) : FieldKind.CUSTOM;
        if (kind == null) {
            refuse(
                    field,
                    Problem.of(
                                    "processor.E009",
                                    "A model cannot have a field of type "
                                            + Kinds.written(field.asType())
                                            + ".")
                            .because("Its fields are " + FieldKind.ALLOWED + ".")
                            .fixedBy(Kinds.otherType(field.asType())));
            return null;
        }
        if (field.getModifiers().contains(Modifier.FINAL)) {
            refuse(
                    field,
                    Problem.of("processor.E007", "The field '" + name(field) + "' is final.")
                            .because("Rows are loaded into fields; only relations are final.")
                            .fixedBy(
                                    "Remove 'final', or make it 'static' or 'transient' if it is no column."));
            return null;
        }
        return plain(field, kind, options);
    }

    private ModelField.@Nullable Plain plain(
            VariableElement field, FieldKind kind, ModelField.Options options) {
        Mirror id = Mirror.of(field, Orm.ID, elements);
        boolean nullable = Fields.nullable(field);
        ModelField.Choices choices =
                kind == FieldKind.ENUM ? Kinds.choices(field.asType()) : ModelField.Choices.NONE;
        FieldKind storage = kind == FieldKind.ENUM ? Kinds.storage(field.asType()) : kind;
        int length = length(kind, options, choices);
        boolean good = new OptionCheck(model, elements, report).fits(field, kind, options);
        good = nullFits(field, nullable, id.exists()) && good;
        good = lengthFits(field, choices, storage, length) && good;
        boolean generated = id.flag("generated", false);
        if (generated && !kind.whole()) {
            report.refuse(
                    model,
                    field,
                    id,
                    "generated",
                    Problem.of(
                                    "processor.E013",
                                    "The database cannot give a key of type "
                                            + Kinds.written(field.asType())
                                            + ".")
                            .fixedBy("Declare it as long, int or short, or remove 'generated'."));
            good = false;
        }
        if (!good) {
            return null;
        }
        return new ModelField.Plain(
                field,
                field.asType(),
                kind,
                storage,
                options,
                column(field, "", elements),
                id.exists(),
                generated,
                nullable,
                length,
                choices,
                made(field));
    }

    private ModelField.Made made(VariableElement field) {
        ExecutableElement computed = method(field, Orm.COMPUTED);
        return new ModelField.Made(
                computed != null,
                computed != null
                        && Mirror.of(computed, Orm.COMPUTED, elements).flag("stored", true),
                method(field, Orm.DATABASE_DEFAULT) != null,
                Mirror.of(field, Orm.VERSION, elements).exists(),
                BeanValidation.validators(field, elements));
    }

    /// The static method of the field's name with an annotation, or `null`.
    private @Nullable ExecutableElement method(VariableElement field, String annotation) {
        for (ExecutableElement method :
                ElementFilter.methodsIn(Fields.declaring(field).getEnclosedElements())) {
            if (method.getSimpleName().equals(field.getSimpleName())
                    && Mirror.of(method, annotation, elements).exists()) {
                return method;
            }
        }
        return null;
    }

    private boolean lengthFits(
            VariableElement field, ModelField.Choices choices, FieldKind storage, int length) {
        boolean byName = storage == FieldKind.TEXT && !choices.valued();
        if (!byName || length >= longest(choices.names())) {
            return true;
        }
        report.refuse(
                model,
                field,
                Mirror.of(field, Orm.FIELD, elements),
                "maxLength",
                Problem.of(
                                "processor.E012",
                                "The longest name of "
                                        + Kinds.written(field.asType())
                                        + " has "
                                        + longest(choices.names())
                                        + " letters, and the field takes "
                                        + length
                                        + ".")
                        .fixedBy(
                                "Say maxLength = "
                                        + longest(choices.names())
                                        + " or more, or leave it out."));
        return false;
    }

    private boolean isReachable(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        boolean samePackage = elements.getPackageOf(field).equals(elements.getPackageOf(model));
        if (modifiers.contains(Modifier.PRIVATE)) {
            refuse(
                    field,
                    Problem.of("processor.E006", "The field '" + name(field) + "' is private.")
                            .because(
                                    "Its catalogue reads and writes it, as plain Java in the same package.")
                            .fixedBy(
                                    "Remove 'private', or make it 'transient' if it is no column."));
            return false;
        }
        if (!modifiers.contains(Modifier.PUBLIC) && !samePackage) {
            refuse(
                    field,
                    Problem.of(
                                    "processor.E006",
                                    "The field '"
                                            + name(field)
                                            + "' of "
                                            + field.getEnclosingElement()
                                            + " cannot be reached from "
                                            + elements.getPackageOf(model)
                                            + ".")
                            .because(
                                    "Its catalogue reads and writes it, as plain Java in the model's package.")
                            .fixedBy("Make it public."));
            return false;
        }
        return true;
    }

    private boolean nullFits(VariableElement field, boolean nullable, boolean key) {
        if (nullable && field.asType().getKind().isPrimitive()) {
            refuse(
                    field,
                    Problem.of(
                                    "processor.E027",
                                    "A field of type "
                                            + Kinds.written(field.asType())
                                            + " cannot be null.")
                            .fixedBy(
                                    "Declare it with the box, such as '@Nullable Integer', or remove @Nullable."));
            return false;
        }
        if (nullable && key) {
            refuse(
                    field,
                    Problem.of("processor.E027", "The key '" + name(field) + "' cannot be null.")
                            .fixedBy("Remove @Nullable."));
            return false;
        }
        return true;
    }

    private static int length(
            FieldKind kind, ModelField.Options options, ModelField.Choices choices) {
        if (options.maxLength() > 0) {
            return options.maxLength();
        }
        return switch (kind) {
            case SLUG, FILE -> USUAL_LENGTHS.getOrDefault(kind.name(), 0);
            case TEXT -> USUAL_LENGTHS.getOrDefault(options.format(), 0);
            case ENUM -> Math.max(LEAST_ENUM_LENGTH, longest(choices.names()));
            default -> 0;
        };
    }

    private static int longest(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    /// The column of a field: what `@Field` says, else its name with `ending` behind.
    static String column(VariableElement field, String ending, Elements elements) {
        String said = Mirror.of(field, Orm.FIELD, elements).text("column");
        return said.isEmpty() ? JavaNames.snake(name(field)) + ending : said;
    }

    private static String name(Element element) {
        return element.getSimpleName().toString();
    }

    private void refuse(VariableElement field, Problem problem) {
        report.refuse(model, field, problem);
    }
}
