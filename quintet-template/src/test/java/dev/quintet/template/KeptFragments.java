package dev.quintet.template;

import dev.quintet.kernel.template.TemplateServices;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A site that keeps fragments for ever, and counts those that it made.
final class KeptFragments implements TemplateServices {

    int made;
    private final Map<String, String> kept = new HashMap<>();

    @Override
    public String url(
            String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp) {
        return "/" + name + "/";
    }

    @Override
    public String staticUrl(String path) {
        return "/static/" + path;
    }

    @Override
    public String staticPrefix() {
        return "/static/";
    }

    @Override
    public String mediaPrefix() {
        return "/media/";
    }

    @Override
    public String csrfToken() {
        return "secret-token";
    }

    @Override
    public String fragment(
            String name,
            List<?> varyOn,
            @Nullable Duration timeout,
            @Nullable String cache,
            Supplier<String> make) {
        return kept.computeIfAbsent(
                name + varyOn,
                _ -> {
                    made++;
                    return make.get();
                });
    }
}
