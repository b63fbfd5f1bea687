package dev.quintet.template;

import static dev.quintet.template.Filter.Argument.NONE;
import static dev.quintet.template.Filter.Argument.OPTIONAL;
import static dev.quintet.template.Filter.Argument.REQUIRED;

import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.value.Compare;
import dev.quintet.template.value.Items;
import dev.quintet.template.value.Numeric;
import dev.quintet.template.value.Truth;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The built-in filters of lists, and those of any value.
final class ListFilters {

    private ListFilters() {}

    static void addTo(Filters filters) {
        filters.any("default", REQUIRED, (v, other, _) -> Truth.of(v) ? v : other)
                .any("default_if_none", REQUIRED, (v, other, _) -> v == null ? other : v)
                .any("length", NONE, (v, _, _) -> Math.max(Items.length(v), 0))
                .any("first", NONE, (v, _, f) -> item(v, true))
                .safeAny("last", NONE, (v, _, f) -> item(v, false))
                .safeAny("random", NONE, (v, _, _) -> random(v))
                .any("join", REQUIRED, ListFilters::join)
                .safeAny("slice", REQUIRED, ListFilters::slice)
                .any("dictsort", REQUIRED, (v, key, f) -> sorted(v, key, f, false))
                .any("dictsortreversed", REQUIRED, (v, key, f) -> sorted(v, key, f, true))
                .any(
                        "safeseq",
                        NONE,
                        (v, _, f) ->
                                each("safeseq", v, item -> new SafeString(Texts.plain(f, item))))
                .any(
                        "escapeseq",
                        NONE,
                        (v, _, f) ->
                                each("escapeseq", v, item -> new SafeString(Texts.html(f, item))))
                .any("unordered_list", NONE, (v, _, f) -> unordered(v, f))
                .any("add", REQUIRED, ListFilters::add)
                .any("yesno", OPTIONAL, ListFilters::yesNo)
                .any("pluralize", OPTIONAL, ListFilters::pluralize)
                .any("pprint", NONE, (v, _, f) -> f.engine.show().quoted(v));
    }

    private static @Nullable Object item(@Nullable Object value, boolean first) {
        List<@Nullable Object> items = value instanceof Map<?, ?> ? null : Items.of(value);
        if (items == null) {
            throw Failures.unfit(first ? "first" : "last", "a list or a text", value);
        }
        if (items.isEmpty()) {
            return "";
        }
        return first ? items.getFirst() : items.getLast();
    }

    private static @Nullable Object random(@Nullable Object value) {
        List<@Nullable Object> items = Items.of(value);
        return items == null || items.isEmpty()
                ? ""
                : items.get(ThreadLocalRandom.current().nextInt(items.size()));
    }

    private static @Nullable Object join(
            @Nullable Object value, @Nullable Object argument, Frame frame) {
        List<@Nullable Object> items = Items.of(value);
        if (items == null) {
            return value;
        }
        boolean python = frame.engine.show().isPython();
        var out = new StringBuilder();
        String glue = frame.autoescape ? Texts.html(frame, argument) : Texts.plain(frame, argument);
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            if (!frame.autoescape && python && !(item instanceof CharSequence)) {
                return value;
            }
            out.append(i == 0 ? "" : glue);
            out.append(frame.autoescape ? Texts.html(frame, item) : Texts.plain(frame, item));
            if (out.length() > frame.engine.maxValueChars()) {
                throw Failures.unfit("join", "lists whose text is not that long", "a longer one");
            }
        }
        return new SafeString(out.toString());
    }

    private static @Nullable Object slice(
            @Nullable Object value, @Nullable Object argument, Frame frame) {
        String[] parts = Texts.plain(frame, argument).split(":", -1);
        var bounds = new @Nullable Long[3];
        if (parts.length > 3) {
            return value;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                Number number = Numeric.whole(parts[i]);
                if (number == null) {
                    return value;
                }
                bounds[i] = Math.clamp(number.longValue(), -(1L << 40), 1L << 40);
            }
        }
        boolean single = parts.length == 1;
        if (single || (bounds[2] != null && bounds[2] == 0)) {
            bounds = single ? new @Nullable Long[] {null, bounds[0], null} : bounds;
            if (!single) {
                return value;
            }
        }
        return cut(value, bounds);
    }

    private static @Nullable Object cut(@Nullable Object value, @Nullable Long[] bounds) {
        List<@Nullable Object> items = value instanceof Map<?, ?> ? null : Items.of(value);
        if (items == null) {
            return value;
        }
        int[] indices = Items.slice(items.size(), bounds[0], bounds[1], bounds[2]);
        if (value instanceof CharSequence) {
            var out = new StringBuilder();
            for (int index : indices) {
                out.append(items.get(index));
            }
            return out.toString();
        }
        var chosen = new ArrayList<@Nullable Object>(indices.length);
        for (int index : indices) {
            chosen.add(items.get(index));
        }
        return value instanceof Object[] ? chosen.toArray() : chosen;
    }

    private static Object sorted(
            @Nullable Object value, @Nullable Object key, Frame frame, boolean reversed) {
        List<@Nullable Object> items = Items.of(value);
        if (items == null) {
            return "";
        }
        String[] path = Texts.plain(frame, key).split("\\.", -1);
        record Keyed(@Nullable Object key, @Nullable Object item) {}
        var keyed = new ArrayList<Keyed>();
        for (Object item : items) {
            Object found = item;
            for (String step : path) {
                if (step.startsWith("_") || step.isEmpty()) {
                    return "";
                }
                found =
                        found instanceof CharSequence && !step.matches("\\d+")
                                ? Missing.ABSENT
                                : Variable.attribute(frame.engine.access(), found, step);
            }
            if (found == Missing.ABSENT || found == Missing.REFUSED) {
                if (key instanceof Number && (item instanceof Map<?, ?> || Items.has(item))) {
                    throw Failures.unfit(
                            reversed ? "dictsortreversed" : "dictsort",
                            "a list whose items all have an item " + key,
                            item);
                }
                return "";
            }
            keyed.add(new Keyed(found, item));
        }
        try {
            keyed.sort((a, b) -> {
                Integer order = Compare.order(a.key, b.key);
                if (order == null && Compare.equal(a.key, b.key) && a.key != null) {
                    return 0;
                }
                if (order == null) {
                    throw new DateTimeException("not comparable");
                }
                return reversed ? -order : order;
            });
        } catch (DateTimeException incomparable) {
            return "";
        }
        var result = new ArrayList<@Nullable Object>();
        keyed.forEach(each -> result.add(each.item));
        return result;
    }

    private static List<@Nullable Object> itemsFor(String filter, @Nullable Object value) {
        List<@Nullable Object> items = Items.of(value);
        if (items == null) {
            throw Failures.unfit(filter, "a list", value);
        }
        return items;
    }

    private interface Mapping {
        Object of(@Nullable Object item);
    }

    private static Object each(String filter, @Nullable Object value, Mapping mapping) {
        List<@Nullable Object> items = itemsFor(filter, value);
        var result = new ArrayList<Object>(items.size());
        for (Object item : items) {
            result.add(mapping.of(item));
        }
        return result;
    }

    private static SafeString unordered(@Nullable Object value, Frame frame) {
        var out = new StringBuilder();
        nested(itemsFor("unordered_list", value), 1, frame, out);
        return new SafeString(out.toString());
    }

    private static void nested(
            List<@Nullable Object> items, int depth, Frame frame, StringBuilder out) {
        if (depth > frame.engine.maxDepth()) {
            throw Failures.render("template.E032", "The list is nested too deeply.");
        }
        String indent = "\t".repeat(depth);
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            Object following = i + 1 < items.size() ? items.get(i + 1) : null;
            List<@Nullable Object> below =
                    following instanceof CharSequence ? null : Items.of(following);
            out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : "\n");
            out.append(indent).append("<li>");
            out.append(frame.autoescape ? Texts.html(frame, item) : Texts.plain(frame, item));
            if (below != null) {
                out.append('\n').append(indent).append("<ul>\n");
                nested(below, depth + 1, frame, out);
                out.append('\n').append(indent).append("</ul>\n").append(indent);
                i++;
            }
            out.append("</li>");
        }
    }

    private static @Nullable Object add(
            @Nullable Object value, @Nullable Object argument, Frame frame) {
        var a = Numeric.whole(value);
        var b = Numeric.whole(argument);
        if (value instanceof Number number && Numeric.isInfinite(number)) {
            throw Failures.unfit("add", "a finite number", value);
        }
        if (a != null && argument instanceof Number number && Numeric.isInfinite(number)) {
            throw Failures.unfit("add", "a finite number", argument);
        }
        if (a != null && b != null) {
            return Numeric.shrink(a.add(b));
        }
        if (value instanceof CharSequence left && argument instanceof CharSequence right) {
            String both = left.toString() + right;
            return left instanceof SafeString && right instanceof SafeString
                    ? new SafeString(both)
                    : both;
        }
        if (value instanceof Object[] left && argument instanceof Object[] right) {
            var both = new ArrayList<@Nullable Object>(Arrays.asList(left));
            both.addAll(Arrays.asList(right));
            return both.toArray();
        }
        if (value instanceof List<?> left && argument instanceof List<?> right) {
            var both = new ArrayList<@Nullable Object>(left);
            both.addAll(right);
            return both;
        }
        return addTime(value, argument);
    }

    private static Object addTime(@Nullable Object value, @Nullable Object argument) {
        try {
            return switch (value) {
                case Duration span when argument instanceof Duration other -> span.plus(other);
                case java.time.LocalDate date when argument instanceof Duration span ->
                        date.plusDays(span.toDays());
                case Temporal time when argument instanceof Duration span -> time.plus(span);
                case Number a when argument instanceof Number b -> Numeric.add(a, b);
                case null, default -> "";
            };
        } catch (DateTimeException | ArithmeticException unfit) {
            return "";
        }
    }

    private static @Nullable Object yesNo(
            @Nullable Object value, @Nullable Object argument, Frame frame) {
        String words =
                argument == Missing.ABSENT || argument == null
                        ? dev.quintet.kernel.i18n.Gettext.gettext("yes,no,maybe")
                        : Texts.plain(frame, argument);
        String[] parts = words.split(",", -1);
        if (parts.length < 2) {
            return value;
        }
        String maybe = parts.length == 3 ? parts[2] : parts[1];
        return value == null ? maybe : Truth.of(value) ? parts[0] : parts[1];
    }

    private static String pluralize(
            @Nullable Object value, @Nullable Object argument, Frame frame) {
        String endings = argument == Missing.ABSENT ? "s" : Texts.plain(frame, argument);
        String[] parts = (endings.contains(",") ? endings : "," + endings).split(",", -1);
        if (parts.length > 2) {
            return "";
        }
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
            Double number = Numeric.real(value instanceof SafeString safe ? safe.text() : value);
            return number == null ? "" : number == 1 ? parts[0] : parts[1];
        }
        int length = Items.length(value);
        return length < 0 ? "" : length == 1 ? parts[0] : parts[1];
    }
}
