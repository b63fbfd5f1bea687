package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Raw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Objects from SQL of one's own: `Model.objects.raw(...)`.
final class RawRows {

    private RawRows() {}

    static Object of(ModelMapping<?> mapping, Arguments arguments) {
        String sql = Values.text(arguments.get(0, "raw_query", null));
        Object given = arguments.get(1, "params", null);
        Map<?, ?> named = given instanceof Map<?, ?> map ? map : null;
        List<@Nullable Object> parameters =
                named != null
                        ? NamedParameters.values(sql, named)
                        : given == null ? List.of() : Values.list(given);
        Map<String, String> columns = new LinkedHashMap<>();
        if (arguments.named("translations", null) instanceof Map<?, ?> translations) {
            translations.forEach((column, field) ->
                    columns.put(
                            String.valueOf(column),
                            Site.current().names().path(mapping, Values.text(field))));
        }
        var rows =
                Raw.entities(
                        mapping.type(),
                        ExpressionNames.questionMarks(
                                named != null ? NamedParameters.sql(sql) : sql),
                        parameters.stream().map(Conversion::toOurs).toArray());
        return new RawValue(columns.isEmpty() ? rows : rows.translated(columns));
    }
}
