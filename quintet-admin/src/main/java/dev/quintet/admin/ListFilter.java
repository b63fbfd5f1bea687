package dev.quintet.admin;

import dev.quintet.http.Request;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A way to narrow a list: {@link SimpleListFilter} for those of your own.
///
/// @param <M> the model
public abstract sealed class ListFilter<M extends Entity> permits SimpleListFilter, FieldFilter {

    private final CharSequence title;

    ListFilter(CharSequence title) {
        this.title = title;
    }

    /// {@return what people read above the choices}
    public final CharSequence title() {
        return title;
    }

    /// One thing to choose.
    ///
    /// @param label what people read
    /// @param parameters what the address then says
    record FilterChoice(CharSequence label, Map<String, String> parameters) {

        FilterChoice {
            parameters = Map.copyOf(parameters);
        }
    }

    /// {@return the names in addresses that are this filter's}
    abstract Set<String> parameters();

    /// {@return what there is to choose, "All" apart}
    ///
    /// @param rows those that the visitor may see
    abstract List<FilterChoice> choices(Request request, QuerySet<M> rows);

    /// {@return the rows that are left}
    ///
    /// @param given what the address says of this filter's names
    /// @throws BadLookupException when a value can be none
    abstract QuerySet<M> apply(QuerySet<M> rows, Map<String, String> given)
            throws BadLookupException;
}
