package dev.quintet.forms.widget;

import dev.quintet.kernel.submission.Submission;
import dev.quintet.kernel.submission.Submitted;
import dev.quintet.kernel.submission.Upload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a form is bound to: a submitted form, a query string, a JSON object, a map. Immutable.
public final class FormData {

    private static final FormData EMPTY =
            new FormData(null, Map.of(), Map.of(), Map.of(), UnaryOperator.identity());

    private final @Nullable Submitted submitted;
    private final Map<String, ? extends @Nullable Object> plain;
    private final Map<String, ? extends List<? extends Upload>> files;
    private final Map<String, String> over;
    private final UnaryOperator<String> naming;

    private FormData(
            @Nullable Submitted submitted,
            Map<String, ? extends @Nullable Object> plain,
            Map<String, ? extends List<? extends Upload>> files,
            Map<String, String> over,
            UnaryOperator<String> naming) {
        this.over = over;
        this.naming = naming;
        this.submitted = submitted;
        this.plain = plain;
        this.files = files;
    }

    /// {@return nothing at all}
    public static FormData empty() {
        return EMPTY;
    }

    /// {@return what a request brought: its JSON object where it is JSON, else its form and files}
    ///
    /// JSON that is no object has no fields.
    @SuppressWarnings("unchecked") // the keys of a JSON object are text
    public static FormData of(Submission request) {
        if (!request.isJson()) {
            return of(request.form(), request.files());
        }
        return request.json() instanceof Map<?, ?> object
                ? of((Map<String, @Nullable Object>) object)
                : EMPTY;
    }

    /// {@return named texts, such as a query string}
    public static FormData of(Submitted submitted) {
        return of(submitted, Map.of());
    }

    /// {@return named texts and files}
    public static FormData of(
            Submitted submitted, Map<String, ? extends List<? extends Upload>> files) {
        return new FormData(submitted, Map.of(), files, Map.of(), UnaryOperator.identity());
    }

    /// {@return values of any kind by their names, as JSON has them: several values are a list}
    public static FormData of(Map<String, ? extends @Nullable Object> values) {
        return new FormData(null, values, Map.of(), Map.of(), UnaryOperator.identity());
    }

    /// {@return these with files}
    public FormData withFiles(Map<String, ? extends List<? extends Upload>> more) {
        return new FormData(submitted, plain, more, over, naming);
    }

    /// {@return these with another text under a name, whatever was submitted}
    public FormData with(String name, String value) {
        var more = new java.util.HashMap<>(over);
        more.put(name, value);
        return new FormData(submitted, plain, files, more, naming);
    }

    /// {@return these under other names: what is asked for under a name is what was submitted under
    /// `naming` of it}
    public FormData under(UnaryOperator<String> naming) {
        return new FormData(
                submitted, plain, files, over, name -> this.naming.apply(naming.apply(name)));
    }

    /// {@return the value of a name, the last where there are several texts; `null` where there is
    /// none}
    public @Nullable Object get(String name) {
        String instead = over.get(name);
        if (instead != null) {
            return instead;
        }
        String found = naming.apply(name);
        return submitted != null ? submitted.get(found) : plain.get(found);
    }

    /// {@return all texts of a name as a list, or the value itself where it came from a map; `null`
    /// where there is none}
    public @Nullable Object all(String name) {
        String found = naming.apply(name);
        return submitted != null ? submitted.all(found) : plain.get(found);
    }

    /// {@return whether there is such a name}
    public boolean has(String name) {
        String found = naming.apply(name);
        return over.containsKey(name)
                || (submitted != null ? submitted.has(found) : plain.containsKey(found));
    }

    /// {@return the names as they were submitted, files not among them}
    public Set<String> names() {
        return submitted != null
                ? submitted.names()
                : java.util.Collections.unmodifiableSet(plain.keySet());
    }

    /// {@return the last file of a name, or `null` where there is none}
    public @Nullable Upload file(String name) {
        List<? extends Upload> found = files.get(naming.apply(name));
        return found == null || found.isEmpty() ? null : found.getLast();
    }

    /// {@return all files of a name, in their order}
    public List<? extends Upload> files(String name) {
        List<? extends Upload> found = files.get(naming.apply(name));
        return found == null ? List.of() : found;
    }
}
