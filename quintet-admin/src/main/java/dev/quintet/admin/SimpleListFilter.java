package dev.quintet.admin;

import dev.quintet.http.Request;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A filter of your own.
///
/// ```java
/// final class Decade extends SimpleListFilter<Album> {
///     Decade() { super("decade", "decade"); }
///
///     @Override protected Map<String, String> lookups(Request request) {
///         return Map.of("50", "the fifties", "60", "the sixties");
///     }
///
///     @Override protected QuerySet<Album> queryset(QuerySet<Album> albums, String value) {
///         return albums.filter("released__year__gte", 1900 + Integer.parseInt(value));
///     }
/// }
/// ```
///
/// Safe for many threads if its methods are.
///
/// @param <M> the model
public abstract non-sealed class SimpleListFilter<M extends Entity> extends ListFilter<M> {

    private final String parameter;

    /// Makes one.
    ///
    /// @param title what people read
    /// @param parameter its name in addresses
    protected SimpleListFilter(CharSequence title, String parameter) {
        super(title);
        this.parameter = parameter;
    }

    /// {@return what there is to choose: texts for people by values for addresses, in the map's
    /// order}
    protected abstract Map<String, ? extends CharSequence> lookups(Request request);

    /// {@return the rows that are left}
    ///
    /// @param value one of those that {@link #lookups} offers; nothing else comes here
    protected abstract QuerySet<M> queryset(QuerySet<M> rows, String value);

    @Override
    final Set<String> parameters() {
        return Set.of(parameter);
    }

    @Override
    final List<FilterChoice> choices(Request request, QuerySet<M> rows) {
        var all = new ArrayList<FilterChoice>();
        lookups(request)
                .forEach((value, label) ->
                        all.add(new FilterChoice(label, Map.of(parameter, value))));
        return all;
    }

    @Override
    final QuerySet<M> apply(QuerySet<M> rows, Map<String, String> given) throws BadLookupException {
        String value = given.get(parameter);
        Request request = Request.current().orElseThrow();
        if (value == null || !lookups(request).containsKey(value)) {
            throw new BadLookupException();
        }
        return queryset(rows, value);
    }
}
