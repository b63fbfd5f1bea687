package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/// Refuses options of `@Field` that say nothing about a field of its type.
final class OptionCheck {

    /// Options that only some kinds have, and which kinds these are in words.
    private static final Map<String, Fit> ONLY_FOR = new LinkedHashMap<>();

    private record Fit(Predicate<FieldKind> kind, String words) {}

    static {
        put("maxLength", OptionCheck::text, "String, Slug, StoredFile, byte[], a List and enums");
        put("digits", kind -> kind == FieldKind.DECIMAL, "BigDecimal");
        put("decimals", kind -> kind == FieldKind.DECIMAL, "BigDecimal");
        put("format", kind -> kind == FieldKind.TEXT, "String");
        put("positive", FieldKind::whole, "whole numbers");
        put("unicode", kind -> kind == FieldKind.SLUG, "Slug");
        put("autoNow", FieldKind::temporal, "dates and times");
        put("autoNowAdd", FieldKind::temporal, "dates and times");
        put("uploadTo", kind -> kind == FieldKind.FILE, "StoredFile");
        put("uploadBy", kind -> kind == FieldKind.FILE, "StoredFile");
        put("storage", kind -> kind == FieldKind.FILE, "StoredFile");
        put("image", kind -> kind == FieldKind.FILE, "StoredFile");
        put("size", kind -> kind == FieldKind.FILE, "StoredFile");
        for (String relation : new String[] {"to", "relatedName", "relatedQueryName"}) {
            put(relation, _ -> false, "relations");
        }
        put("symmetrical", _ -> false, "ManyToMany");
        put("constraint", _ -> false, "relations");
        put("limitTo", _ -> false, "relations");
        put("columns", _ -> false, "relations to models whose key has several fields");
    }

    private final TypeElement model;
    private final Elements elements;
    private final Report report;

    OptionCheck(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    private static void put(String option, Predicate<FieldKind> kind, String words) {
        ONLY_FOR.put(option, new Fit(kind, words));
    }

    private static boolean text(FieldKind kind) {
        return switch (kind) {
            case TEXT, SLUG, ENUM, FILE, BINARY, ARRAY -> true;
            default -> false;
        };
    }

    boolean fits(VariableElement field, FieldKind kind, ModelField.Options options) {
        for (Map.Entry<String, Fit> one : ONLY_FOR.entrySet()) {
            String option = one.getKey();
            if (options.said().says(option) && !one.getValue().kind().test(kind)) {
                refuse(
                        field,
                        option,
                        Problem.of(
                                        "processor.E011",
                                        option
                                                + " says nothing about a field of type "
                                                + Kinds.written(field.asType())
                                                + ".")
                                .fixedBy(
                                        "Leave it out: it is for " + one.getValue().words() + "."));
                return false;
            }
        }
        if (options.maxLength() < 0
                || (options.said().says("maxLength") && options.maxLength() == 0)) {
            refuse(
                    field,
                    "maxLength",
                    Problem.of("processor.E011", "maxLength is " + options.maxLength() + ".")
                            .fixedBy("Say 1 or more, or leave it out for text of any length."));
            return false;
        }
        return kind != FieldKind.DECIMAL || digitsFit(field, options);
    }

    private boolean digitsFit(VariableElement field, ModelField.Options options) {
        if (options.digits() > 0
                && options.decimals() >= 0
                && options.decimals() <= options.digits()) {
            return true;
        }
        refuse(
                field,
                "digits",
                Problem.of(
                                "processor.E010",
                                "The field '"
                                        + field.getSimpleName()
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

    private void refuse(VariableElement field, String option, Problem problem) {
        report.refuse(model, field, Mirror.of(field, Orm.FIELD, elements), option, problem);
    }
}
