package dev.quintet.dev;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A page's content security policy, opened for one script and one address and nothing else.
final class ScriptPolicy {

    private static final List<String> SCRIPTS =
            List.of("script-src-elem", "script-src", "default-src");
    private static final List<String> CONNECTIONS = List.of("connect-src", "default-src");

    private final Map<String, List<String>> directives = new LinkedHashMap<>();

    ScriptPolicy(String policy) {
        for (String part : policy.split(";", -1)) {
            String[] words = part.strip().split("\\s+", -1);
            if (!words[0].isEmpty()) {
                directives.putIfAbsent(
                        words[0].toLowerCase(Locale.ROOT), List.of(words).subList(1, words.length));
            }
        }
    }

    /// {@return the nonce that a script needs, or `null` where there is none}
    @Nullable String nonce() {
        String ruling = ruling(SCRIPTS);
        if (ruling == null) {
            return null;
        }
        for (String source : sources(ruling)) {
            if (source.startsWith("'nonce-") && source.endsWith("'")) {
                return source.substring("'nonce-".length(), source.length() - 1);
            }
        }
        return null;
    }

    /// {@return whether only scripts with a nonce run, and the page has none}
    boolean closed() {
        String ruling = ruling(SCRIPTS);
        return directives.containsKey("sandbox")
                || (ruling != null
                        && sources(ruling).contains("'strict-dynamic'")
                        && nonce() == null);
    }

    /// {@return the policy, with a script and what it connects to let through}
    String opened(String script, String connection) {
        if (nonce() == null) {
            open(SCRIPTS, script);
        }
        open(CONNECTIONS, connection);
        var text = new StringJoiner("; ");
        directives.forEach((name, sources) ->
                text.add(sources.isEmpty() ? name : name + " " + String.join(" ", sources)));
        return text.toString();
    }

    private void open(List<String> names, String address) {
        String ruling = ruling(names);
        if (ruling == null) {
            return;
        }
        var sources = new ArrayList<>(sources(ruling));
        sources.remove("'none'");
        sources.add(address);
        directives.put(ruling.equals("default-src") ? names.getFirst() : ruling, sources);
    }

    private List<String> sources(String directive) {
        return directives.getOrDefault(directive, List.of());
    }

    private @Nullable String ruling(List<String> names) {
        return names.stream().filter(directives::containsKey).findFirst().orElse(null);
    }
}
