package dev.quintet.conformance.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parameters of SQL by name: `%(name)s`.
final class NamedParameters {

    private static final Pattern NAME = Pattern.compile("%\\((\\w+)\\)s");

    private NamedParameters() {}

    static String sql(String sql) {
        return NAME.matcher(sql).replaceAll("%s");
    }

    static List<@Nullable Object> values(String sql, Map<?, ?> values) {
        List<@Nullable Object> inOrder = new ArrayList<>();
        NAME.matcher(sql).results().forEach(found -> inOrder.add(values.get(found.group(1))));
        return inOrder;
    }
}
