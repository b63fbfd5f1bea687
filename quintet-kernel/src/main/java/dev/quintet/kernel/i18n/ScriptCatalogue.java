package dev.quintet.kernel.i18n;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.text.Escape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A catalogue as a script for browsers, with the functions `gettext`, `ngettext`, `pgettext`,
/// `npgettext`, `interpolate` and `get_format` that scripts written for Django call.
public final class ScriptCatalogue {

    private static final String FUNCTIONS =
            """
            const forms = (key) => catalogue[key];
            const one = (key, id) => {
              const found = forms(key);
              return found === undefined ? id : Array.isArray(found) ? found[0] : found;
            };
            const many = (key, single, plural, count) => {
              const found = forms(key);
              if (Array.isArray(found)) return found[pluralidx(count)] ?? found[0];
              return Number(count) === 1 ? single : plural;
            };
            const between = (context, id) => context + "\\u0004" + id;
            Object.assign(django, {
              catalog: catalogue,
              pluralidx,
              gettext: (id) => one(id, id),
              ngettext: (single, plural, count) => many(single, single, plural, count),
              gettext_noop: (id) => id,
              pgettext: (context, id) => one(between(context, id), id),
              npgettext: (context, single, plural, count) =>
                many(between(context, single), single, plural, count),
              interpolate: (format, values, named) => {
                let next = 0;
                return named
                  ? format.replace(/%\\(\\w+\\)s/g, (place) => String(values[place.slice(2, -2)]))
                  : format.replace(/%s/g, () => String(values[next++]));
              },
              formats,
              get_format: (name) => formats[name] ?? name,
            });
            for (const name of ["pluralidx", "gettext", "ngettext", "gettext_noop", "pgettext",
                "npgettext", "interpolate", "get_format"]) {
              globalThis[name] = django[name];
            }
            """;

    private ScriptCatalogue() {}

    /// {@return the script}
    ///
    /// It may be served as a file or stand inside a `script` element; it needs no `eval`.
    ///
    /// @param catalogue of the page's language
    /// @param formats what `get_format` shall know, by Django's names
    public static String render(Catalogue catalogue, Map<String, ? extends Object> formats) {
        var texts = new LinkedHashMap<String, @Nullable Object>();
        for (Message message : catalogue.messages()) {
            if (message.translated()) {
                texts.put(
                        message.key(),
                        message.plural() == null
                                ? message.translations().getFirst()
                                : message.translations());
            }
        }
        return "\"use strict\";\n{\nconst django = (globalThis.django ??= {});\nconst catalogue ="
                + " Object.assign(Object.create(null), django.catalog, "
                + Escape.json(Json.text(texts))
                + ");\nconst formats = "
                + Escape.json(Json.text(formats))
                + ";\nconst pluralidx = (n) => Number("
                + catalogue.plurals().expression() // parsed: n, numbers, operators, brackets
                + ");\n"
                + FUNCTIONS
                + "}\n";
    }
}
