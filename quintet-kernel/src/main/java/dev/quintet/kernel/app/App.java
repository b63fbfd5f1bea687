package dev.quintet.kernel.app;

import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// A named part of a site: models, templates, static files, commands and checks that belong
/// together. Django: `AppConfig`.
///
/// Needs a public constructor without parameters. Its models are those of its own package and of
/// packages below that do not belong to another app; its templates and static files lie in
/// `templates/` and `static/` beside its classes' root. A site lists its apps; nothing is found by
/// scanning.
public interface App {

    /// {@return the short name that tables, permissions and messages use, unique in a site}
    ///
    /// By default the class's name in lower case, less an ending `App`.
    default String label() {
        String name = getClass().getSimpleName();
        String stem = name.endsWith("App") ? name.substring(0, name.length() - 3) : name;
        return stem.toLowerCase(Locale.ROOT);
    }

    /// {@return the name that people read}
    default String verboseName() {
        String label = label();
        return label.isEmpty()
                ? label
                : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    /// {@return the packages whose models are this app's, with those below them: its own, and, for
    /// an app over another module's models, that of the models}
    default List<String> packages() {
        return List.of(getClass().getPackageName());
    }

    /// {@return makers of the commands that this app adds}
    default List<Supplier<? extends Command>> commands() {
        return List.of();
    }

    /// {@return the checks that this app adds}
    default List<Check> checks() {
        return List.of();
    }

    /// Called once a process, after all apps and models are known: the place to connect signals.
    /// Every command waits for it, so that it is no place to ask a database.
    default void ready(Context site) {}

    /// Called once a site, after {@link #ready} and before it answers its first request: by servers
    /// and tests, not by other commands and programs. The place for what has to be there before
    /// anybody asks, such as a warm cache.
    default void serving(Context site) {}

    /// Called once, when the site is closed, before its databases are: the place to let go of what
    /// {@link #ready} took.
    default void closing(Context site) {}
}
