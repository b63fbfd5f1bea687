package dev.quintet.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/// Reads Jakarta Validation's annotations where they stand, by name: nobody needs that library.
final class BeanValidation {

    private static final String PACKAGE = "jakarta.validation.constraints.";

    private BeanValidation() {}

    /// {@return expressions that make the validators that annotations ask for, in the words of
    /// `dev.quintet.orm.BeanConstraints`}
    static List<String> validators(VariableElement field, Elements elements) {
        var all = new ArrayList<String>();
        text(field, elements, all);
        bounds(field, elements, all);
        for (String sign : List.of("Positive", "PositiveOrZero", "Negative", "NegativeOrZero")) {
            if (has(field, sign, elements)) {
                all.add("sign(" + Source.quoted(sign) + ")");
            }
        }
        for (String when : List.of("Past", "PastOrPresent", "Future", "FutureOrPresent")) {
            if (has(field, when, elements)) {
                all.add("when(" + Source.quoted(when) + ")");
            }
        }
        Mirror digits = of(field, "Digits", elements);
        if (digits.exists()) {
            all.add("digits(" + digits.number("integer") + ", " + digits.number("fraction") + ")");
        }
        for (String truth : List.of("AssertTrue", "AssertFalse")) {
            if (has(field, truth, elements)) {
                all.add("truth(" + truth.equals("AssertTrue") + ")");
            }
        }
        return all;
    }

    private static void text(VariableElement field, Elements elements, List<String> all) {
        Mirror size = of(field, "Size", elements);
        if (size.exists()) {
            all.add("size(" + size.number("min") + ", " + size.number("max") + ")");
        }
        if (has(field, "NotBlank", elements)) {
            all.add("notBlank()");
        }
        if (has(field, "NotEmpty", elements)) {
            all.add("size(1, " + Integer.MAX_VALUE + ")");
        }
        if (has(field, "Email", elements)) {
            all.add("email()");
        }
        Mirror pattern = of(field, "Pattern", elements);
        if (pattern.exists()) {
            all.add("pattern(" + Source.quoted(pattern.text("regexp")) + ")");
        }
    }

    private static void bounds(VariableElement field, Elements elements, List<String> all) {
        for (String bound : List.of("Min", "Max", "DecimalMin", "DecimalMax")) {
            Mirror said = of(field, bound, elements);
            if (said.exists()) {
                String limit =
                        bound.startsWith("Decimal")
                                ? said.text("value")
                                : String.valueOf(said.longNumber("value"));
                all.add(
                        (bound.endsWith("Min") ? "min(" : "max(")
                                + Source.quoted(limit)
                                + ", "
                                + said.flag("inclusive", true)
                                + ")");
            }
        }
    }

    private static boolean has(VariableElement field, String name, Elements elements) {
        return of(field, name, elements).exists();
    }

    private static Mirror of(VariableElement field, String name, Elements elements) {
        Mirror found = Mirror.of(field, PACKAGE + name, elements);
        return found.exists() ? found : Mirror.ofType(field.asType(), PACKAGE + name, elements);
    }
}
