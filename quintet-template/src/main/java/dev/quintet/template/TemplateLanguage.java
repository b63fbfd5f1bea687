package dev.quintet.template;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Another template language beside Django's: JTE, Mustache, Thymeleaf, one of your own. Django: a
/// template back end.
///
/// An engine renders with it the templates that its builder says, by {@link
/// TemplateEngineBuilder#language}. They are found by the same loaders, kept and read anew as all
/// others are, get what context processors add, and can be included by Django's. Escaping is
/// theirs. Safe for many threads.
@FunctionalInterface
public interface TemplateLanguage {

    /// {@return the template, compiled; it is kept, and rendered by many threads}
    ///
    /// @throws RuntimeException when it cannot be compiled; its message is what is told
    Compiled compile(Source source);

    /// A template's text.
    ///
    /// @param name as it was asked for, such as `legacy/hello.mustache`
    /// @param origin where it was found: a path, a resource
    /// @param text what stands in it
    /// @param others gives the text of another template by its name, and `null` where there is
    ///   none: for languages whose templates include each other
    record Source(
            String name, String origin, String text, Function<String, @Nullable String> others) {

        /// Refuses a source that lacks a part.
        public Source {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(others, "others");
        }
    }

    /// A template that is ready.
    @FunctionalInterface
    interface Compiled {

        /// Writes the page.
        ///
        /// @param variables by their names; suppliers are asked and optionals opened when they are
        ///   looked up
        void render(Map<String, @Nullable Object> variables, Writer out) throws IOException;
    }
}
