package records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of HTML, read closely enough to see what is wrong with it.
final class Markup {

    private static final Set<String> VOID =
            Set.of("meta", "link", "input", "br", "hr", "img", "source", "wbr", "area", "col");
    private static final Pattern TAG =
            Pattern.compile(
                    "<!--.*?-->|<!doctype html>|<(/?)([a-zA-Z][a-zA-Z0-9]*)"
                            + "((?:\\s+[^\\s=<>\"'/]+(?:=(?:\"[^\"<]*\"|'[^'<]*'))?)*)\\s*(/?)>",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=\"'/]+)(?:=(?:\"([^\"]*)\"|'([^']*)'))?");

    private Markup() {}

    /// {@return what is wrong: tags that do not close, a stray `<`, an id that is there twice, an
    /// inline style or script}
    static List<String> faults(String html) {
        var faults = new ArrayList<String>();
        var open = new ArrayDeque<String>();
        var ids = new ArrayList<String>();
        Matcher tag = TAG.matcher(html);
        int end = 0;
        while (tag.find()) {
            stray(html.substring(end, tag.start()), faults);
            end = tag.end();
            if (tag.group(2) == null) {
                continue;
            }
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            boolean closes = !tag.group(1).isEmpty();
            if (!closes) {
                attributes(tag.group(3), name, ids, faults);
            }
            if (closes) {
                String last = open.isEmpty() ? "nothing" : open.pop();
                if (!last.equals(name)) {
                    faults.add("</" + name + "> closes " + last);
                }
            } else if (!VOID.contains(name) && tag.group(4).isEmpty()) {
                open.push(name);
            }
        }
        stray(html.substring(end), faults);
        open.forEach(left -> faults.add("<" + left + "> stays open"));
        ids.stream()
                .distinct()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .forEach(id -> faults.add("id " + id + " is there twice"));
        return faults;
    }

    /// {@return the addresses of this site that the page leads to or loads}
    ///
    /// @param url the page's own, which `?page=2` is relative to
    static List<String> links(String html, String url) {
        String path = url.replaceAll("\\?.*", "");
        // A form that is posted is no link.
        return Pattern.compile(
                        "(?:href|src|<form (?![^>]*method=\"?post)[^>]*action)=[\"']([/?][^\"'#]*)")
                .matcher(html)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&").replace("&#x27;", "'"))
                .map(link -> link.startsWith("?") ? path + link : link)
                .distinct()
                .toList();
    }

    private static void stray(String text, List<String> faults) {
        if (text.indexOf('<') >= 0) {
            faults.add("stray < in: " + text.strip());
        }
        Matcher ampersand = Pattern.compile("&(?!(#\\d+|#x[0-9a-fA-F]+|[a-z]+);)").matcher(text);
        if (ampersand.find()) {
            faults.add("stray & in: " + text.strip());
        }
    }

    private static void attributes(
            String text, String name, List<String> ids, List<String> faults) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String key = attribute.group(1).toLowerCase(Locale.ROOT);
            if (key.equals("id")) {
                ids.add(attribute.group(2));
            }
            if (key.equals("style") || key.startsWith("on")) {
                faults.add("inline " + key + " on " + name);
            }
        }
        if (name.equals("style") || (name.equals("script") && !text.contains("src="))) {
            faults.add("inline " + name);
        }
    }
}
