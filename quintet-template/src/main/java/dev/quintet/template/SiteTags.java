package dev.quintet.template;

import dev.quintet.kernel.error.QuintetException;
import dev.quintet.kernel.text.Uris;
import dev.quintet.template.value.Items;
import dev.quintet.template.value.Numeric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tags that ask the site: url, static, get_static_prefix, get_media_prefix, csrf_token, cache,
/// querystring.
final class SiteTags {

    private SiteTags() {}

    static Node compileUrl(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() < 2) {
            throw parser.error(tag, "'url' takes at least one argument, a URL pattern name.");
        }
        Value view = parser.value(tag, words.get(1));
        int end = words.size();
        String as = null;
        if (end >= 4 && words.get(end - 2).equals("as")) {
            as = words.get(end - 1).intern();
            end -= 2;
        }
        var arguments = new ArrayList<Value>();
        var named = new LinkedHashMap<String, Value>();
        for (String word : words.subList(2, end)) {
            int equals = word.indexOf('=');
            boolean isNamed = equals > 0 && ValueParser.isName(word.substring(0, equals));
            if (isNamed && equals + 1 < word.length()) {
                named.put(word.substring(0, equals), parser.value(tag, word.substring(equals + 1)));
            } else {
                arguments.add(parser.value(tag, word));
            }
        }
        if (as == null) {
            var given = new Mention.Arguments(arguments.size(), Set.copyOf(named.keySet()));
            parser.mention(Mention.Kind.ROUTE, tag, view, given);
        }
        String variable = as;
        return new Closure(tag.place(), frame -> url(frame, view, arguments, named, variable));
    }

    private static void url(
            Frame frame,
            Value view,
            List<Value> arguments,
            Map<String, Value> named,
            @Nullable String as) {
        String name = Texts.plain(frame, view.get(frame));
        var values = new ArrayList<@Nullable Object>(arguments.size());
        for (Value argument : arguments) {
            values.add(argument.get(frame));
        }
        var byName = new LinkedHashMap<String, @Nullable Object>();
        named.forEach((key, value) -> byName.put(key, value.get(frame)));
        String url = "";
        try {
            url = frame.engine.services().url(name, values, byName, currentApp(frame));
        } catch (QuintetException none) {
            if (as == null) {
                throw none;
            }
        }
        if (as != null) {
            frame.set(as, url);
        } else if (frame.autoescape) {
            frame.out.escaped(url);
        } else {
            frame.out.text(url);
        }
    }

    /// The instance namespace of the request: its own choice, else where its route lies.
    private static @Nullable String currentApp(Frame frame) {
        Object request = frame.get("request");
        if (request == Missing.ABSENT || request == null) {
            return null;
        }
        Object app = Variable.attribute(Access.OPEN, request, "current_app");
        if (app instanceof CharSequence chosen) {
            return chosen.toString();
        }
        if (app != Missing.ABSENT) {
            return null; // it says that it has none
        }
        Object match = Variable.attribute(Access.OPEN, request, "resolver_match");
        Object space = match == null ? null : Variable.attribute(Access.OPEN, match, "namespace");
        return space instanceof CharSequence namespace ? namespace.toString() : null;
    }

    static Node compileStatic(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() < 2) {
            throw parser.error(tag, "'static' takes at least one argument (path to file)");
        }
        Value path = parser.value(tag, words.get(1));
        parser.mention(Mention.Kind.STATIC_FILE, tag, path);
        String as = words.size() >= 4 && words.get(2).equals("as") ? words.get(3).intern() : null;
        return new Closure(
                tag.place(),
                frame -> {
                    String url =
                            frame.engine.services().staticUrl(Texts.plain(frame, path.get(frame)));
                    show(frame, as, url);
                });
    }

    static TagCompiler prefix(boolean isStatic) {
        return (parser, tag) -> {
            List<String> words = tag.split();
            if ((words.size() > 1 && !words.get(1).equals("as")) || words.size() == 2) {
                throw parser.error(tag, "First argument in '" + tag.command() + "' must be 'as'");
            }
            String as = words.size() > 2 ? words.get(2).intern() : null;
            return new Closure(
                    tag.place(),
                    frame -> {
                        var services = frame.engine.services();
                        String url = isStatic ? services.staticPrefix() : services.mediaPrefix();
                        if (as != null) {
                            frame.set(as, url);
                        } else {
                            frame.out.text(url);
                        }
                    });
        };
    }

    private static void show(Frame frame, @Nullable String as, String url) {
        if (as != null) {
            frame.set(as, url);
        } else if (frame.autoescape) {
            frame.out.escaped(url);
        } else {
            frame.out.text(url);
        }
    }

    static Node compileCsrfToken(Parser parser, Token tag) {
        return new Closure(
                tag.place(),
                frame -> {
                    Object given = frame.get("csrf_token");
                    given = given == Missing.ABSENT ? null : Variable.settled(given);
                    Object token = given == null ? frame.engine.csrfToken() : given;
                    String text = token == null ? "" : Texts.html(frame, token);
                    if (text.isEmpty() || text.equals("NOTPROVIDED")) {
                        return;
                    }
                    frame.out.text("<input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"");
                    frame.out.text(text);
                    frame.out.text("\">");
                });
    }

    static Node compileCache(Parser parser, Token tag) {
        List<String> words = new ArrayList<>(tag.split());
        if (words.size() < 3) {
            throw parser.error(tag, "'cache' tag requires at least 2 arguments.");
        }
        Value cache = null;
        if (words.size() > 3 && words.getLast().startsWith("using=")) {
            cache = parser.value(tag, words.removeLast().substring("using=".length()));
        }
        Value timeout = parser.value(tag, words.get(1));
        String name = words.get(2);
        List<Value> vary = parser.values(tag, words.subList(3, words.size()));
        NodeList body = parser.parse(List.of("endcache"));
        parser.next();
        Value using = cache;
        return new Closure(
                tag.place(),
                frame -> {
                    Duration kept = timeout(frame, timeout);
                    var on = new ArrayList<@Nullable Object>();
                    for (Value value : vary) {
                        on.add(value.get(frame));
                    }
                    String store = using == null ? null : Texts.plain(frame, using.get(frame));
                    Fragment fragment =
                            Fragment.read(
                                    frame.engine
                                            .services()
                                            .fragment(
                                                    name,
                                                    on,
                                                    kept,
                                                    store,
                                                    () -> Fragment.make(frame, body).toString()));
                    for (String asset : fragment.assets()) {
                        frame.page().attach(frame.out, asset);
                    }
                    frame.out.text(fragment.html());
                });
    }

    private static @Nullable Duration timeout(Frame frame, Value timeout) {
        Object value = timeout.orNull(frame);
        if (value == Missing.ABSENT
                || (value == null
                        && timeout.variable != null
                        && timeout.variable.resolve(frame) == Missing.ABSENT)) {
            throw Failures.render(
                    "template.E025",
                    "\"cache\" tag got an unknown variable: '" + timeout.text + "'");
        }
        if (value == null) {
            return null;
        }
        if (value instanceof Duration duration) {
            return duration;
        }
        Number seconds = Numeric.whole(value);
        if (seconds == null) {
            throw Failures.render(
                    "template.E025",
                    "\"cache\" tag got a non-integer timeout value: '" + value + "'");
        }
        return Duration.ofSeconds(seconds.longValue());
    }

    static Node compileQueryString(Parser parser, Token tag) {
        var words = new ArrayList<>(tag.split());
        words.removeFirst();
        String as = null;
        if (words.size() >= 2 && words.get(words.size() - 2).equals("as")) {
            as = words.getLast().intern();
            words.subList(words.size() - 2, words.size()).clear();
        }
        Value base =
                words.isEmpty() || words.getFirst().indexOf('=') > 0
                        ? null
                        : parser.value(tag, words.removeFirst());
        Map<String, Value> changes = parser.assignments(tag, words, false);
        if (!words.isEmpty()) {
            throw parser.error(
                    tag, "'querystring' received an invalid token: '" + words.getFirst() + "'");
        }
        String variable = as;
        return new Closure(
                tag.place(),
                frame -> {
                    String query = queryString(frame, base, changes);
                    show(frame, variable, query);
                });
    }

    private static String queryString(
            Frame frame, @Nullable Value base, Map<String, Value> changes) {
        Object given = base == null ? null : base.get(frame);
        if (given == null) {
            given = requestQuery(frame);
        }
        var pairs = new LinkedHashMap<String, List<String>>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, value) -> put(frame, pairs, String.valueOf(key), value));
        } else if (given instanceof CharSequence text && !text.isEmpty()) {
            for (var pair : Uris.parseQuery(text.toString())) {
                pairs.computeIfAbsent(pair.getKey(), _ -> new ArrayList<>()).add(pair.getValue());
            }
        }
        changes.forEach((key, value) -> {
            Object wanted = value.get(frame);
            if (wanted == null) {
                pairs.remove(key);
            } else {
                put(frame, pairs, key, wanted);
            }
        });
        String query = Uris.query(pairs);
        return query.isEmpty() ? "" : "?" + query;
    }

    private static void put(
            Frame frame, Map<String, List<String>> pairs, String key, @Nullable Object value) {
        List<@Nullable Object> items = value instanceof CharSequence ? null : Items.of(value);
        var texts = new ArrayList<String>();
        if (items == null) {
            texts.add(Texts.plain(frame, value));
        } else {
            items.forEach(item -> texts.add(Texts.plain(frame, item)));
        }
        pairs.put(key, texts);
    }

    private static @Nullable Object requestQuery(Frame frame) {
        Object request = frame.get("request");
        if (request == Missing.ABSENT || request == null) {
            throw Failures.render(
                    "template.E026", "The tag 'querystring' needs the variable 'request'.");
        }
        for (String name : List.of("GET", "queryParams", "query", "rawQuery")) {
            Object query = Variable.attribute(Access.OPEN, request, name);
            if (query instanceof Map<?, ?> || query instanceof CharSequence) {
                return query;
            }
        }
        return null;
    }
}
