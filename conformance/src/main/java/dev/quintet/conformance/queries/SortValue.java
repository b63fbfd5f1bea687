package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Sort;
import org.jspecify.annotations.Nullable;

/// A sort key: `F("a").desc()`.
///
/// @param sort ours
/// @param of what it sorts by
record SortValue(Sort<?> sort, ExpressionValue of) implements PythonObject {

    /// {@return what `order_by` was given}
    ///
    /// @param rows that are sorted, or `null` where that is not known
    static Sort<?> from(@Nullable RowsValue rows, @Nullable Object value) {
        return switch (value) {
            case SortValue sort -> sort.sort();
            case String path ->
                    Sort.of(
                            rows == null
                                    ? Site.current().names().path(null, path)
                                    : rows.path(path));
            case null, default -> ExpressionValue.from(value).expression().asc();
        };
    }

    @Override
    public @Nullable Object attribute(String name) {
        return name.equals("expression") ? of : MISSING;
    }

    @Override
    public String text() {
        return "OrderBy(" + Values.text(of) + ")";
    }

    @Override
    public String typeName() {
        return "OrderBy";
    }
}
