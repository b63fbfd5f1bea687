package dev.quintet.http;

import dev.quintet.kernel.submission.Submitted;
import dev.quintet.kernel.text.PercentCoding;
import dev.quintet.kernel.text.Uris;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names with one or more values each: a query string or a submitted form. Django: `QueryDict`.
///
/// Immutable and safe for many threads. Names keep the order of their first appearance.
public final class QueryParams implements Submitted {

    private static final QueryParams EMPTY = new QueryParams(Map.of());

    private final Map<String, List<String>> values;

    private QueryParams(Map<String, List<String>> values) {
        this.values = values;
    }

    /// {@return nothing}
    public static QueryParams empty() {
        return EMPTY;
    }

    /// {@return these names and values, copied}
    public static QueryParams of(Map<String, List<String>> values) {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        return copy.isEmpty() ? EMPTY : new QueryParams(copy);
    }

    /// Reads `a=1&b=2&a=3`, UTF-8 in percent escapes, `+` for a space; what is not UTF-8 becomes
    /// U+FFFD.
    public static QueryParams parse(String text) {
        return parse(text, Integer.MAX_VALUE);
    }

    /// Reads as {@link #parse(String)} does, at most `most` fields.
    ///
    /// @throws LimitExceeded when there are more
    public static QueryParams parse(String text, int most) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        var values = new LinkedHashMap<String, List<String>>();
        int fields = 0;
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('&', start);
            if (end < 0) {
                end = text.length();
            }
            if (++fields > most) {
                throw LimitExceeded.tooMany("fields", "DATA_UPLOAD_MAX_NUMBER_FIELDS", most);
            }
            if (end > start) {
                int equals = text.indexOf('=', start, end);
                int nameEnd = equals < 0 ? end : equals;
                String name = Uris.unquotePlus(text.substring(start, nameEnd));
                String value =
                        nameEnd == end ? "" : Uris.unquotePlus(text.substring(nameEnd + 1, end));
                values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
            }
            start = end + 1;
        }
        return values.isEmpty() ? EMPTY : new QueryParams(values);
    }

    /// {@return the last value of a name, as Django takes it, or `null` where there is none}
    @Override
    public @Nullable String get(String name) {
        List<String> found = values.get(name);
        return found == null || found.isEmpty() ? null : found.getLast();
    }

    /// {@return the last value of a name, or `fallback` where there is none}
    public String get(String name, String fallback) {
        String found = get(name);
        return found == null ? fallback : found;
    }

    /// {@return all values of a name in their order; empty where there is none}
    @Override
    public List<String> all(String name) {
        List<String> found = values.get(name);
        return found == null ? List.of() : java.util.Collections.unmodifiableList(found);
    }

    /// {@return whether there is such a name}
    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// {@return the names, in the order of their first appearance}
    @Override
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(values.keySet());
    }

    /// {@return whether there are no names}
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// {@return these with `name` having only `replaced`; none takes the name away}
    public QueryParams with(String name, String... replaced) {
        var copy = new LinkedHashMap<>(values);
        if (replaced.length == 0) {
            copy.remove(name);
        } else {
            copy.put(name, List.of(replaced));
        }
        return new QueryParams(copy);
    }

    /// {@return these less a name}
    public QueryParams without(String name) {
        return with(name);
    }

    /// {@return names and lists of values, not to be changed}
    public Map<String, List<String>> asMap() {
        return java.util.Collections.unmodifiableMap(values);
    }

    /// {@return these as a query string, without `?`}
    public String encode() {
        return encode("");
    }

    /// {@return these as a query string, the ASCII characters of `safe` not escaped}
    public String encode(String safe) {
        BitSet kept = PercentCoding.safe(safe);
        var out = new StringBuilder();
        values.forEach((name, list) -> {
            String key = PercentCoding.quotePlus(name, kept);
            for (String value : list) {
                if (!out.isEmpty()) {
                    out.append('&');
                }
                out.append(key).append('=').append(PercentCoding.quotePlus(value, kept));
            }
        });
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueryParams that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return encode();
    }
}
