package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads one field of a model, and refuses what cannot be one.
final class FieldReader {

    private static final int SLUG_LENGTH = 50;

    /// A short enum's column is made this wide, so that a longer name added later fits.
    private static final int LEAST_ENUM_LENGTH = 20;

    private final TypeElement model;
    private final Elements elements;
    private final Report report;
    private final RelationReader relations;

    FieldReader(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
        this.relations = new RelationReader(model, elements, report);
    }

    /// Returns the field, or `null` when it was refused.
    @Nullable ModelField read(VariableElement field) {
        if (!isReachable(field)) {
            return null;
        }
        if (Fields.isRelation(field.asType())) {
            return relations.read(field);
        }
        FieldKind kind = kind(field.asType());
        if (kind == null) {
            refuse(
                    field,
                    Problem.of(
                                    "processor.E009",
                                    "A model cannot have a field of type "
                                            + written(field.asType())
                                            + ".")
                            .because("Its fields are " + FieldKind.ALLOWED + ".")
                            .fixedBy(otherType(field.asType())));
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
        return plain(field, kind);
    }

    private ModelField.@Nullable Plain plain(VariableElement field, FieldKind kind) {
        Mirror id = Mirror.of(field, Orm.ID, elements);
        var options = ModelField.Options.of(Mirror.of(field, Orm.FIELD, elements));
        boolean nullable = Fields.nullable(field);
        List<String> choices = kind == FieldKind.ENUM ? constants(field.asType()) : List.of();
        int length = length(kind, options, choices);
        boolean good = fits(field, kind, options);
        good = nullFits(field, nullable, id.exists()) && good;
        if (kind == FieldKind.ENUM && length < longest(choices)) {
            refuseOption(
                    field,
                    "maxLength",
                    Problem.of(
                                    "processor.E012",
                                    "The longest name of "
                                            + written(field.asType())
                                            + " has "
                                            + longest(choices)
                                            + " letters, and the field takes "
                                            + length
                                            + ".")
                            .fixedBy(
                                    "Say maxLength = "
                                            + longest(choices)
                                            + " or more, or leave it out."));
            good = false;
        }
        boolean generated = id.flag("generated", false);
        if (generated && kind != FieldKind.INT32 && kind != FieldKind.INT64) {
            report.refuse(
                    model,
                    field,
                    id,
                    "generated",
                    Problem.of(
                                    "processor.E013",
                                    "The database cannot give a key of type "
                                            + written(field.asType())
                                            + ".")
                            .fixedBy("Declare it as long or int, or remove 'generated'."));
            good = false;
        }
        if (!good) {
            return null;
        }
        return new ModelField.Plain(
                field,
                field.asType(),
                kind,
                options,
                column(field, ""),
                id.exists(),
                generated,
                nullable,
                length,
                choices,
                kind == FieldKind.ENUM && hasLabel(field.asType()));
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

    private boolean fits(VariableElement field, FieldKind kind, ModelField.Options options) {
        boolean text = kind == FieldKind.TEXT || kind == FieldKind.SLUG || kind == FieldKind.ENUM;
        if (options.maxLength() != 0 && (!text || options.maxLength() < 0)) {
            refuseOption(
                    field,
                    "maxLength",
                    Problem.of(
                                    "processor.E011",
                                    text
                                            ? "maxLength is " + options.maxLength() + "."
                                            : "maxLength says nothing about a field of type "
                                                    + written(field.asType())
                                                    + ".")
                            .fixedBy(
                                    text
                                            ? "Say 1 or more, or leave it out for text of any length."
                                            : "Leave it out: it is for String, Slug and enums."));
            return false;
        }
        if (kind != FieldKind.DECIMAL) {
            for (String option : List.of("digits", "decimals")) {
                if ((option.equals("digits") ? options.digits() : options.decimals()) != 0) {
                    refuseOption(
                            field,
                            option,
                            Problem.of(
                                            "processor.E011",
                                            option
                                                    + " says nothing about a field of type "
                                                    + written(field.asType())
                                                    + ".")
                                    .fixedBy("Leave it out: it is for BigDecimal."));
                    return false;
                }
            }
            return true;
        }
        if (options.digits() <= 0
                || options.decimals() < 0
                || options.decimals() > options.digits()) {
            refuseOption(
                    field,
                    "digits",
                    Problem.of(
                                    "processor.E010",
                                    "The field '"
                                            + name(field)
                                            + "' does not say how many digits it has.")
                            .because(
                                    "digits is "
                                            + options.digits()
                                            + ", decimals is "
                                            + options.decimals()
                                            + "; digits counts all, those behind the point too.")
                            .fixedBy("Say how many, such as @Field(digits = 8, decimals = 2)."));
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
                                            + written(field.asType())
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

    private static int length(FieldKind kind, ModelField.Options options, List<String> choices) {
        if (options.maxLength() > 0) {
            return options.maxLength();
        }
        return switch (kind) {
            case SLUG -> SLUG_LENGTH;
            case ENUM -> Math.max(LEAST_ENUM_LENGTH, longest(choices));
            default -> 0;
        };
    }

    private static int longest(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    /// The column of a field: what `@Field` says, else its name with `ending` behind.
    private String column(VariableElement field, String ending) {
        return column(field, ending, elements);
    }

    static String column(VariableElement field, String ending, Elements elements) {
        String said = Mirror.of(field, Orm.FIELD, elements).text("column");
        return said.isEmpty() ? Naming.snake(name(field)) + ending : said;
    }

    /// The kind of a field of this type, or `null` when there is none.
    static @Nullable FieldKind kind(TypeMirror type) {
        FieldKind kind = FieldKind.of(Fields.name(type));
        return kind == null && isEnum(type) ? FieldKind.ENUM : kind;
    }

    private static boolean isEnum(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement().getKind() == ElementKind.ENUM;
    }

    private static List<String> constants(TypeMirror type) {
        return ((DeclaredType) type)
                .asElement().getEnclosedElements().stream()
                        .filter(one -> one.getKind() == ElementKind.ENUM_CONSTANT)
                        .map(one -> one.getSimpleName().toString())
                        .toList();
    }

    private static boolean hasLabel(TypeMirror type) {
        Element declaration = ((DeclaredType) type).asElement();
        return ElementFilter.methodsIn(declaration.getEnclosedElements()).stream()
                .anyMatch(method ->
                        method.getSimpleName().contentEquals("label")
                                && method.getParameters().isEmpty()
                                && !method.getModifiers().contains(Modifier.PRIVATE)
                                && !method.getModifiers().contains(Modifier.STATIC)
                                && Fields.name(method.getReturnType()).equals("java.lang.String"));
    }

    private static String otherType(TypeMirror type) {
        return switch (Fields.name(type)) {
            case "float", "java.lang.Float" -> "Declare it as double.";
            case "byte", "java.lang.Byte" -> "Declare it as short.";
            case "char", "java.lang.Character" ->
                    "Declare it as String with @Field(maxLength = 1).";
            case "java.math.BigInteger" -> "Declare it as BigDecimal with decimals = 0.";
            case "java.util.Date",
                    "java.sql.Timestamp",
                    "java.time.ZonedDateTime",
                    "java.time.OffsetDateTime" ->
                    "Declare it as Instant.";
            default -> "Choose one of them, or make it 'transient' if it is no column.";
        };
    }

    static String written(TypeMirror type) {
        String name = Fields.name(type);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(dot + 1);
    }

    private static String name(Element element) {
        return element.getSimpleName().toString();
    }

    private void refuse(VariableElement field, Problem problem) {
        report.refuse(model, field, problem);
    }

    private void refuseOption(VariableElement field, String option, Problem problem) {
        report.refuse(model, field, Mirror.of(field, Orm.FIELD, elements), option, problem);
    }
}
