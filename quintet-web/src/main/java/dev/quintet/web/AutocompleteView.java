package dev.quintet.web;

import dev.quintet.forms.FormField;
import dev.quintet.forms.RowChoices;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Condition;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.TextExpression;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Answers what an {@link dev.quintet.forms.AutocompleteSelect} asks: rows whose texts hold the
/// words that were typed, a page at a time, as JSON. Django: `AutocompleteJsonView`.
///
/// ```java
/// path("artists/find/", AutocompleteView.of(
///         request -> new AlbumForm().artist, Artists.name).allow(request -> signedIn(request)))
///     .name("find-artist")
/// ```
///
/// It lists the rows of the form's own field, with the field's own labels, and no others: what a
/// form would refuse is never shown. It answers `?term=dja&page=2` with `{"results": [{"id": "7",
/// "text": "Django"}], "pagination": {"more": false}}`. Immutable; safe for many threads.
///
/// @param <T> the model
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class AutocompleteView<T extends Entity> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private static final int USUAL_PAGE = 20;
    private static final int MOST_LETTERS = 100;
    private static final int MOST_WORDS = 8;
    private static final int MOST_PAGES = 1_000;

    private final Function<Request, ? extends RowChoices<T>> field;
    private final List<TextExpression<? super T>> texts;
    private final Predicate<Request> allowed;
    private final int perPage;

    private AutocompleteView(
            Function<Request, ? extends RowChoices<T>> field,
            List<TextExpression<? super T>> texts,
            Predicate<Request> allowed,
            int perPage) {
        this.field = field;
        this.texts = texts;
        this.allowed = allowed;
        this.perPage = perPage;
    }

    /// {@return suggestions for a field}
    ///
    /// @param field of a form that is made for the request, as the page with the form makes it
    /// @param texts in which words are looked for; each word must be in one of them
    @SafeVarargs
    public static <T extends Entity> AutocompleteView<T> of(
            Function<Request, ? extends RowChoices<T>> field, TextExpression<? super T>... texts) {
        var all = new ArrayList<TextExpression<? super T>>();
        for (TextExpression<? super T> text : texts) {
            all.add(text);
        }
        return new AutocompleteView<>(field, List.copyOf(all), _ -> true, USUAL_PAGE);
    }

    /// {@return a field that a model made, as one whose rows can be suggested: for `form ->
    /// rowsOf(form.get("artist").field())`}
    ///
    /// @throws PageException when it chooses among no rows
    @SuppressWarnings("unchecked") // whose rows they are, only the caller knows
    public static <T extends Entity> RowChoices<T> rowsOf(FormField<?, ?> field) {
        if (field instanceof RowChoices<?> rows) {
            return (RowChoices<T>) rows;
        }
        throw new PageException(
                Problem.of("forms.E025", "The field '" + field.name() + "' has no rows to suggest.")
                        .because("It is a " + field.getClass().getSimpleName() + ".")
                        .fixedBy("Give a ModelChoiceField or a ModelMultipleChoiceField."),
                null);
    }

    /// {@return these suggestions, for requests that satisfy `allowed`; others are answered 403.
    /// Everybody is answered unless it is said}
    public AutocompleteView<T> allow(Predicate<Request> allowed) {
        return new AutocompleteView<>(field, texts, allowed, perPage);
    }

    /// {@return these suggestions, so many at a time; 20 unless it is said}
    public AutocompleteView<T> perPage(int rows) {
        return new AutocompleteView<>(field, texts, allowed, Math.max(1, rows));
    }

    @Override
    public Response handle(Request request) {
        if (!request.is("GET") && !request.is("HEAD")) {
            throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD"));
        }
        if (!allowed.test(request)) {
            return answer(Map.of("error", "403 Forbidden")).withStatus(403);
        }
        RowChoices<T> choices = field.apply(request);
        int page = page(request.query().get("page", "1"));
        List<T> rows =
                matching(choices.choosable(), request.query().get("term", ""))
                        .offset((page - 1L) * perPage)
                        .limit(perPage + 1)
                        .list();
        var results = new ArrayList<Map<String, String>>();
        for (T row : rows.subList(0, Math.min(perPage, rows.size()))) {
            var result = new LinkedHashMap<String, String>();
            result.put("id", choices.keyOf(row));
            result.put("text", choices.labelOf(row).toString());
            results.add(result);
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("results", results);
        all.put("pagination", Map.of("more", rows.size() > perPage && page < MOST_PAGES));
        return answer(all);
    }

    private static Response answer(Map<String, Object> body) {
        return Response.json(body).withHeader("Cache-Control", "no-store");
    }

    /// The first few words, so that nobody makes the database compare a novel.
    private QuerySet<T> matching(QuerySet<T> rows, String term) {
        String text = term.length() > MOST_LETTERS ? term.substring(0, MOST_LETTERS) : term;
        List<String> words =
                Arrays.stream(text.split("[\\s\\p{Cntrl}]+"))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
        QuerySet<T> found = rows;
        for (String word : words) {
            if (!texts.isEmpty()) {
                found = found.filter(somewhere(word));
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked") // a condition of a model's parent is one of the model
    private Condition<T> somewhere(String word) {
        var any = (Condition<T>) texts.getFirst().icontains(word);
        for (TextExpression<? super T> text : texts.subList(1, texts.size())) {
            any = any.or(text.icontains(word));
        }
        return any;
    }

    private static int page(String number) {
        try {
            return Math.clamp(Integer.parseInt(number), 1, MOST_PAGES);
        } catch (NumberFormatException none) {
            return 1;
        }
    }
}
