package dev.quintet.template;

import java.util.Objects;
import java.util.function.Supplier;

/// A template's text where a loader found it.
///
/// @param origin names the place for people and tells two templates of one name apart: a path, a
///   resource
/// @param version changes when the text does; compared with `equals`
/// @param text reads the text; called when the template is compiled
public record TemplateSource(String origin, Object version, Supplier<String> text) {

    /// Refuses a source without origin, version or text.
    public TemplateSource {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(text, "text");
    }

    /// {@return a source whose text is at hand}
    public static TemplateSource of(String origin, String text) {
        return new TemplateSource(origin, text, () -> text);
    }
}
