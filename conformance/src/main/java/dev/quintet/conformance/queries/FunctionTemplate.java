package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.F;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `Func(..., function="ROUND", template="%(function)s(%(expressions)s)", arg_joiner=", ")`.
final class FunctionTemplate {

    private static final String USUAL = "%(function)s(%(expressions)s)";
    private static final Pattern PART = Pattern.compile("%\\((\\w+)\\)s|%%|\\?");

    private FunctionTemplate() {}

    static ExpressionValue made(Arguments arguments) {
        String template = Values.text(arguments.named("template", USUAL));
        String between = Values.text(arguments.named("arg_joiner", ", "));
        var type = ExpressionNames.output(arguments.named("output_field", null));
        @Nullable Object[] operands = ExpressionNames.operands(arguments);
        if (template.equals(USUAL) && between.equals(", ")) {
            String function = Values.text(arguments.named("function", null));
            return ExpressionValue.of(F.unsafeFunction(function, type, operands));
        }
        String places = String.join(between, Collections.nCopies(operands.length, "?"));
        String sql =
                PART.matcher(template)
                        .replaceAll(part ->
                                Matcher.quoteReplacement(
                                        filled(part.group(), part.group(1), places, arguments)));
        return ExpressionValue.of(F.unsafeSql(sql, type, operands));
    }

    private static String filled(
            String part, @Nullable String name, String places, Arguments arguments) {
        if (name == null) {
            return part.equals("%%") ? "%" : "??";
        }
        return name.equals("expressions") ? places : Values.text(arguments.named(name, ""));
    }
}
