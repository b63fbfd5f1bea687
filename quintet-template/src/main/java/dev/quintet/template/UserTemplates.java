package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compiles and renders templates that users wrote: the text of a mail that a shop's owner edits, a
/// page that is kept in the database. An engine of their own, apart from the site's.
///
/// ```java
/// static final UserTemplates MAILS = UserTemplates.limited().reading(Invoice.class);
/// String text = MAILS.render(shop.mailText, Map.of("invoice", invoice));
/// ```
///
/// Such a template reads maps, lists, texts, numbers, times and the types that it was opened, never
/// classes, files, settings, the request or the user; it cannot change anything. It has no tags
/// that know the site (`url`, `static`, `csrf_token`, `cache`, `querystring`, `debug`), includes
/// only what its own loaders have, and gets no context processors. How many steps it takes, how
/// deep it nests, how large it is and its page grows, and how long it takes, are bounded.
///
/// What it writes is HTML that its author chose: where others look at it, it can run scripts in
/// their browsers. Show it on a host of its own, or in a mail.
///
/// Immutable; safe for many threads.
public final class UserTemplates {

    private record Rules(
            Set<Class<?>> readable,
            List<TemplateLoader> loaders,
            List<Library> libraries,
            long steps,
            long outputBytes,
            int sourceChars,
            Duration time,
            boolean strict) {

        Rules {
            readable = Set.copyOf(readable);
            loaders = List.copyOf(loaders);
            libraries = List.copyOf(libraries);
        }
    }

    private final Rules rules;
    private final TemplateEngine engine;

    private UserTemplates(Rules rules) {
        this.rules = rules;
        var sandbox =
                new Sandbox(
                        Access.to(rules.readable),
                        rules.time,
                        rules.sourceChars,
                        (int) Math.min(rules.outputBytes, 64 * 1024));
        TemplateEngineBuilder builder =
                TemplateEngine.builder()
                        .sandbox(sandbox)
                        .strict(rules.strict)
                        .maxDepth(20)
                        .maxSteps(rules.steps)
                        .maxOutputBytes(rules.outputBytes);
        rules.loaders.forEach(builder::loader);
        rules.libraries.forEach(builder::builtin);
        this.engine = builder.build();
    }

    /// {@return an engine that opens no types, with 100,000 steps, 1 MiB of output, templates of
    /// 65,536 characters and a second to render}
    public static UserTemplates limited() {
        return new UserTemplates(
                new Rules(
                        Set.of(),
                        List.of(),
                        List.of(),
                        100_000,
                        1024 * 1024,
                        64 * 1024,
                        Duration.ofSeconds(1),
                        false));
    }

    /// {@return one that may also read the attributes of these types, and of what extends them}
    ///
    /// An attribute's own attributes want their type to be opened too. Only what is opened and no
    /// record may be shown whole, by its `toString`.
    public UserTemplates reading(Class<?>... types) {
        var more = new HashSet<>(rules.readable);
        more.addAll(Arrays.asList(types));
        return with(more, rules.loaders, rules.libraries);
    }

    /// {@return one whose templates may also include and extend those of `loader`}
    public UserTemplates loader(TemplateLoader loader) {
        var more = new ArrayList<>(rules.loaders);
        more.add(loader);
        return with(rules.readable, more, rules.libraries);
    }

    /// {@return one whose templates have these tags and filters too, without loading them}
    ///
    /// They run with all rights: open only what users may do.
    public UserTemplates library(Library library) {
        var more = new ArrayList<>(rules.libraries);
        more.add(library);
        return with(rules.readable, rules.loaders, more);
    }

    /// {@return one with another limit of steps: turns of loops, templates, and 16 characters each
    /// of what filters make}
    public UserTemplates steps(long most) {
        return with(most, rules.outputBytes, rules.sourceChars, rules.time, rules.strict);
    }

    /// {@return one with another limit of the page's size}
    public UserTemplates outputBytes(long most) {
        return with(rules.steps, most, rules.sourceChars, rules.time, rules.strict);
    }

    /// {@return one with another limit of a template's length}
    public UserTemplates sourceChars(int most) {
        return with(rules.steps, rules.outputBytes, most, rules.time, rules.strict);
    }

    /// {@return one with another time for each rendering}
    ///
    /// It is looked at with each step: what a value does when it is asked is not cut off.
    public UserTemplates within(Duration time) {
        return with(rules.steps, rules.outputBytes, rules.sourceChars, time, rules.strict);
    }

    /// {@return one for which an unknown variable is an error rather than nothing}
    public UserTemplates strict() {
        return with(rules.steps, rules.outputBytes, rules.sourceChars, rules.time, true);
    }

    /// {@return a template compiled of a text}
    ///
    /// @throws TemplateSyntaxException when it cannot be compiled, or is too long
    public Template compile(String source) {
        return engine.fromString(source);
    }

    /// {@return a template of the loaders}
    ///
    /// @throws TemplateNotFoundException when no loader has it
    /// @throws TemplateSyntaxException when it cannot be compiled, or is too long
    public Template get(String name) {
        return engine.get(name);
    }

    /// {@return the page that a text makes of these variables}
    ///
    /// @throws TemplateSyntaxException when it cannot be compiled, or is too long
    /// @throws TemplateRenderException when it fails, reads what is not open, or meets a limit
    public String render(String source, Map<String, ? extends @Nullable Object> variables) {
        return compile(source).render(variables);
    }

    /// {@return what is wrong with a text, for the form in which it is edited; `null` when it
    /// compiles}
    public @Nullable Problem check(String source) {
        try {
            compile(source);
            return null;
        } catch (TemplateException wrong) {
            return wrong.problem();
        }
    }

    private UserTemplates with(
            Set<Class<?>> readable, List<TemplateLoader> loaders, List<Library> libraries) {
        return new UserTemplates(
                new Rules(
                        readable,
                        loaders,
                        libraries,
                        rules.steps,
                        rules.outputBytes,
                        rules.sourceChars,
                        rules.time,
                        rules.strict));
    }

    private UserTemplates with(
            long steps, long outputBytes, int sourceChars, Duration time, boolean strict) {
        return new UserTemplates(
                new Rules(
                        rules.readable,
                        rules.loaders,
                        rules.libraries,
                        steps,
                        outputBytes,
                        sourceChars,
                        time,
                        strict));
    }
}
