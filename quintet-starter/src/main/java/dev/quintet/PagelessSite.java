package dev.quintet;

import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import java.util.function.Consumer;

/// A site of settings alone: nobody asks it for a page.
final class PagelessSite extends Site {

    private final Consumer<Settings> settings;

    PagelessSite(Consumer<Settings> settings) {
        this.settings = settings;
    }

    @Override
    protected void settings(Settings settings) {
        this.settings.accept(settings);
    }

    @Override
    protected Routes routes() {
        return Routes.of();
    }

    @Override
    protected String name() {
        return "The program";
    }

    @Override
    String program() {
        return "program";
    }

    /// A lambda lies where the class does that it is written in.
    @Override
    Class<?> home() {
        return settings.getClass();
    }
}
