package dev.quintet.conformance;

import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.Formatting;
import dev.quintet.template.Library;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateEngineBuilder;
import dev.quintet.template.TemplateException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Filters, each called through a template of its own whose last filter keeps what came.
final class FiltersPart implements Part {

    private static final String LOADS = "{% load humanize %}";

    /// Where the last filter puts its value.
    private static final class Kept {
        private @Nullable Object value;
    }

    @Override
    public boolean covers(Case recorded) {
        return recorded.has("filter");
    }

    @Override
    public Outcome run(Case c) {
        Map<String, @Nullable Object> settings = c.object("settings");
        if (settings.containsKey("THOUSAND_SEPARATOR")) {
            throw new UncoveredException("the setting THOUSAND_SEPARATOR");
        }
        boolean foreign =
                settings.get("language") instanceof String language
                        && !Language.of(language).english();
        if (!foreign) {
            return TemplatePart.context(c).call(() -> compare(c));
        }
        Translations django = DjangoCatalogues.installed();
        if (django == null) {
            throw new UncoveredException("filters in the words of Django's own catalogues");
        }
        return TemplatePart.context(c)
                .with(Translations.KEY, django)
                .with(Formats.OWN, DjangoFormats.installed())
                .call(() -> compare(c));
    }

    private static Outcome compare(Case c) {
        var kept = new Kept();
        List<Object> args = TemplateValues.TAGGED.list(c.raw("args"));
        Map<String, @Nullable Object> kwargs = c.object("kwargs");
        boolean named = kwargs.keySet().stream().anyMatch(name -> !name.equals("autoescape"));
        if (args.size() > 2 || args.isEmpty() || named) {
            throw new UncoveredException("filters with more arguments than a template can give");
        }
        String source =
                LOADS
                        + "{{ value|"
                        + c.text("filter")
                        + (args.size() > 1 ? ":argument" : "")
                        + "|kept_by_the_runner }}";
        var variables = new java.util.HashMap<String, @Nullable Object>();
        variables.put("value", args.getFirst());
        if (args.size() > 1) {
            variables.put("argument", args.get(1));
        }
        try {
            engine(c, kept, kwargs).fromString(source).render(variables);
        } catch (TemplateException failure) {
            return c.has("error")
                    ? Outcome.passed()
                    : Outcome.failed(c.raw("result"), failure.getMessage());
        }
        if (c.has("error")) {
            return Outcome.failed(c.raw("error"), kept.value);
        }
        Object expected = TemplateValues.TAGGED.decode(c.raw("result"));
        Object want = plain(expected);
        Object got = plain(kept.value);
        boolean safe = kept.value instanceof SafeString;
        // A template keeps safe text safe where the filter allows it; the function alone did not.
        boolean kind = c.truth("safe_in") && safe;
        boolean wrong = c.truth("safe_out") != safe && !kind && kept.value instanceof CharSequence;
        return wrong
                ? Outcome.failed("safe=" + c.truth("safe_out"), "safe=" + safe)
                : Outcome.compare(want, got);
    }

    private static TemplateEngine engine(Case c, Kept kept, Map<String, @Nullable Object> kwargs) {
        Map<String, @Nullable Object> settings = c.object("settings");
        TemplateEngineBuilder builder =
                TemplateEngine.builder()
                        .formatting(Formatting.PYTHON)
                        .autoescape(!Boolean.FALSE.equals(kwargs.get("autoescape")))
                        .localTimes(Boolean.TRUE.equals(settings.get("USE_TZ")))
                        .thousandSeparator(
                                Boolean.TRUE.equals(settings.get("USE_THOUSAND_SEPARATOR")))
                        .clock(Clock.fixed(TemplatePart.FROZEN, ZoneOffset.UTC))
                        .builtin(
                                Library.named("runner")
                                        .filter(
                                                "kept_by_the_runner",
                                                value -> {
                                                    kept.value = value;
                                                    return "";
                                                }));
        return builder.build();
    }

    /// Numbers of one size, texts without their safety, arrays as lists.
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case BigInteger number when number.bitLength() < 64 -> number.longValue();
            case CharSequence text -> text.toString();
            case Object[] array -> plain(Arrays.asList(array));
            case List<?> list -> {
                var all = new ArrayList<@Nullable Object>();
                list.forEach(each -> all.add(plain(each)));
                yield all;
            }
            case null -> null;
            default -> Objects.requireNonNull(value);
        };
    }
}
