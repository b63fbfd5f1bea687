package dev.quintet.admin;

import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.orm.ColumnText;
import dev.quintet.orm.Condition;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Q;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows an address asks for, and in what order: filters, search, date, page. Belongs to one
/// request.
///
/// @param <M> the model
final class ChangeList<M extends Entity> {

    static final String SEARCH = "q";
    static final String ORDER = "o";
    static final String PAGE = "p";
    static final String ALL = "all";
    static final String ERROR = "e";
    static final String FACETS = "_facets";
    static final String POPUP = "_popup";

    /// The relation that a row is looked for, such as `shop.Album.artist`.
    static final String FOR = "_for";

    private static final Set<String> OWN =
            Set.of(
                    SEARCH,
                    ORDER,
                    PAGE,
                    Seek.AFTER,
                    Seek.BEFORE,
                    ALL,
                    ERROR,
                    FACETS,
                    POPUP,
                    FOR,
                    "_to_field");

    /// So far a list of a big table is counted.
    private static final int COUNTED = 1000;

    private static final int MOST_WORDS = 20;

    private final ListOptions<M> options;
    private final ModelMapping<M> mapping;
    private final QueryParams asked;
    private final QuerySet<M> root;
    private final QuerySet<M> found;
    private final @Nullable DateSteps dates;
    private final List<String> order;
    private final Map<ListFilter<M>, Map<String, String>> given = new LinkedHashMap<>();
    private final boolean narrowed;
    private @Nullable Count count;
    private @Nullable Seek<M> seek;

    /// How many rows there are.
    ///
    /// @param how `exact`, `above` where there are more than the number, `about` where it is an
    ///   estimate
    record Count(long number, String how) {}

    /// Reads an address.
    ///
    /// @throws BadLookupException when it asks for what the list does not offer
    ChangeList(ModelAdmin<M> admin, Request request) throws BadLookupException {
        this.options = admin.list;
        this.mapping = admin.mapping();
        this.asked = request.query();
        this.root = offered(admin.queryset(request));
        this.dates =
                options.dateHierarchy == null ? null : new DateSteps(options.dateHierarchy, asked);
        refuseStrangers();
        QuerySet<M> rows = root;
        for (ListFilter<M> filter : options.filters) {
            var values = new LinkedHashMap<String, String>();
            for (String name : filter.parameters()) {
                if (asked.has(name)) {
                    values.put(name, asked.get(name, ""));
                }
            }
            given.put(filter, values);
            if (!values.isEmpty()) {
                rows = filter.apply(rows, values);
            }
        }
        if (dates != null) {
            rows = dates.narrow(rows);
        }
        rows = searched(rows);
        this.narrowed = !Objects.equals(rows, root);
        this.order = order();
        this.found =
                joined(
                        rows.orderBy(
                                order.getFirst(),
                                order.subList(1, order.size()).toArray(String[]::new)));
    }

    /// Where a row is looked for that a relation is to be given: those that it may be given.
    private QuerySet<M> offered(QuerySet<M> rows) throws BadLookupException {
        if (!asked.has(FOR)) {
            return rows;
        }
        OfferedRows offered = OfferedRows.named(asked.get(FOR, ""), mapping);
        if (offered == null) {
            throw new BadLookupException();
        }
        return offered.among(rows);
    }

    /// What no filter asks for is no way to find out about fields that nobody shows.
    private void refuseStrangers() throws BadLookupException {
        var known = new HashSet<>(OWN);
        options.filters.forEach(filter -> known.addAll(filter.parameters()));
        if (dates != null) {
            known.addAll(dates.parameters());
        }
        for (String name : asked.names()) {
            if (!known.contains(name)) {
                throw new BadLookupException();
            }
        }
    }

    // ---- search

    /// {@return what people search for}
    String search() {
        return options.search.isEmpty() ? "" : asked.get(SEARCH, "").strip();
    }

    private QuerySet<M> searched(QuerySet<M> rows) throws BadLookupException {
        String text = search();
        if (text.isEmpty()) {
            return rows;
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadLookupException();
        }
        return found(rows, options.search, text);
    }

    /// {@return the rows that have each word of a text in one of the fields}
    static <M extends Entity> QuerySet<M> found(
            QuerySet<M> rows, List<ListOptions.SearchField> fields, String text) {
        QuerySet<M> narrowed = rows;
        for (String word : words(text)) {
            var any = new ArrayList<Condition<?>>();
            for (ListOptions.SearchField field : fields) {
                Condition<?> condition = condition(rows.mapping(), field, word);
                if (condition != null) {
                    any.add(condition);
                }
            }
            narrowed = any.isEmpty() ? narrowed.none() : narrowed.filter(Q.any(any));
        }
        boolean many =
                fields.stream()
                        .anyMatch(field -> FieldAt.find(rows.mapping(), field.path()).many());
        return many ? narrowed.distinct() : narrowed;
    }

    /// Whole numbers have no case: they are compared as such, which an index can serve; a word that
    /// is none has no place among them.
    private static @Nullable Condition<?> condition(
            ModelMapping<?> mapping, ListOptions.SearchField field, String word) {
        boolean whole =
                field.lookup().equals("iexact")
                        && switch (FieldAt.find(mapping, field.path()).sqlType()) {
                            case SqlType.SmallInt _, SqlType.Int _, SqlType.BigInt _ -> true;
                            case null, default -> false;
                        };
        if (!whole) {
            return Q.of(field.path() + "__" + field.lookup(), word);
        }
        SqlType type = FieldAt.find(mapping, field.path()).sqlType();
        Object number = ColumnText.read(type, word);
        return number == null ? null : Q.of(field.path(), number);
    }

    /// {@return the words of a search; what stands in quotes is one}
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 ? c == quote : Character.isWhitespace(c)) {
                quote = 0;
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else if (quote == 0 && word.isEmpty() && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words;
    }

    // ---- order

    /// {@return numbers of columns, from 1, by which the address asks to sort; below 0 for
    /// downwards}
    List<Integer> sorting() {
        var all = new ArrayList<Integer>();
        for (String part : asked.get(ORDER, "").split("\\.", -1)) {
            if (part.matches("-?[1-9][0-9]{0,3}")) {
                int number = Integer.parseInt(part);
                boolean there =
                        Math.abs(number) <= options.columns.size()
                                && options.columns.get(Math.abs(number) - 1).order() != null;
                if (there && !all.contains(number) && !all.contains(-number)) {
                    all.add(number);
                }
            }
        }
        return all;
    }

    /// The order that was asked for, or the admin's, or the model's; always one in which each row
    /// has its place.
    private List<String> order() {
        var names = new LinkedHashSet<String>();
        for (int number : sorting()) {
            String by = options.columns.get(Math.abs(number) - 1).order();
            names.add(number < 0 ? "-" + by : String.valueOf(by));
        }
        if (names.isEmpty()) {
            names.addAll(
                    options.ordering.isEmpty() ? mapping.state().ordering() : options.ordering);
        }
        for (FieldState part : mapping.keyFields()) {
            String key = part.name();
            if (!names.contains(key) && !names.contains("-" + key) && !names.contains("pk")) {
                names.add("-" + key);
            }
        }
        return List.copyOf(names);
    }

    private QuerySet<M> joined(QuerySet<M> rows) {
        var ways = new LinkedHashSet<String>();
        for (ShownColumn<M> column : options.columns) {
            FieldAt at = column.at();
            String way = at == null ? null : at.joined();
            if (way != null) {
                ways.add(way);
            }
        }
        QuerySet<M> all = rows;
        for (String way : ways) {
            all = all.selectRelated(way);
        }
        return all;
    }

    // ---- what was found

    /// {@return the rows that the visitor may see, before any filter}
    QuerySet<M> root() {
        return root;
    }

    /// {@return the rows that were found, in their order}
    QuerySet<M> found() {
        return found;
    }

    /// {@return how many rows were found; more or less so where the table is big}
    Count count() {
        Count known = count;
        if (known == null) {
            count = known = options.big ? roughly() : new Count(found.count(), "exact");
        }
        return known;
    }

    private Count roughly() {
        long some = found.limit(COUNTED + 1L).count();
        if (some <= COUNTED) {
            return new Count(some, "exact");
        }
        OptionalLong all = narrowed ? OptionalLong.empty() : root.estimatedTableRows();
        return all.isPresent() && all.getAsLong() > COUNTED
                ? new Count(all.getAsLong(), "about")
                : new Count(COUNTED, "above");
    }

    /// {@return the page of a big table, or `null` where pages have numbers}
    @Nullable Seek<M> seek() throws BadLookupException {
        if (!options.big || showsAll() || !Seek.leads(mapping, order)) {
            return null;
        }
        Seek<M> known = seek;
        if (known == null) {
            String after = asked.get(Seek.AFTER);
            String before = asked.get(Seek.BEFORE);
            String key = after != null ? after : before;
            var place = key == null ? null : Seek.place(mapping, order, key);
            seek =
                    known =
                            new Seek<>(
                                    found,
                                    order,
                                    options.perPage,
                                    place,
                                    after == null && place != null);
        }
        return known;
    }

    /// {@return how many rows there are without filters and search, or `null` where that is not
    /// asked for or the same}
    @Nullable Long fullCount() {
        return narrowed && options.fullCount && !options.big ? Long.valueOf(root.count()) : null;
    }

    /// {@return whether filters, search or date leave something out}
    boolean narrowed() {
        return narrowed;
    }

    /// {@return what the address says of a filter's names}
    Map<String, String> given(ListFilter<M> filter) {
        return given.getOrDefault(filter, Map.of());
    }

    @Nullable DateSteps dates() {
        return dates;
    }

    QueryParams asked() {
        return asked;
    }

    boolean fewEnough() {
        return count().how().equals("exact") && count().number() <= options.maxShowAll;
    }

    boolean showsAll() {
        return asked.has(ALL) && fewEnough();
    }

    boolean facets() {
        return options.facets || asked.has(FACETS);
    }

    boolean popup() {
        return asked.has(POPUP);
    }

    /// {@return how many pages there are; one at least}
    long pages() {
        return Math.max(1, Math.ceilDiv(count().number(), options.perPage));
    }

    /// {@return the number of the page, from 1}
    ///
    /// @throws BadLookupException when there is no such page
    long page() throws BadLookupException {
        String text = asked.get(PAGE, "1");
        boolean known = count().how().equals("exact");
        if (!text.matches("[1-9][0-9]{0,9}") || (known && Long.parseLong(text) > pages())) {
            throw new BadLookupException();
        }
        return Long.parseLong(text);
    }

    /// {@return the rows of the page}
    QuerySet<M> rows() throws BadLookupException {
        Seek<M> there = seek();
        if (there != null) {
            return there.of(found);
        }
        return showsAll()
                ? found
                : found.offset((page() - 1) * options.perPage).limit(options.perPage);
    }

    /// {@return an address of the list with other values; `null` takes a name away}
    String link(Map<String, ? extends @Nullable Object> changes) {
        QueryParams params = asked.without(ERROR).without(Seek.AFTER).without(Seek.BEFORE);
        for (var change : changes.entrySet()) {
            Object value = change.getValue();
            params =
                    value == null
                            ? params.without(change.getKey())
                            : params.with(change.getKey(), value.toString());
        }
        String text = params.encode();
        return "?" + text;
    }
}
