package dev.quintet.forms.widget;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateLoader;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns forms and widgets into HTML, by templates. Immutable; safe for many threads.
///
/// The templates of this module are below `quintet/forms/`: an app that has one of the same name
/// changes all forms of its site. Django: `django.forms.renderers`.
public final class FormRenderer {

    /// The renderer of a site, in its context.
    public static final ContextKey<FormRenderer> KEY = ContextKey.named("formRenderer");

    /// The templates of this module: to be the last loader of a site's engine.
    public static final TemplateLoader TEMPLATES = TemplateLoader.resources(FormRenderer.class);

    private final TemplateEngine engine;
    private final Function<String, String> staticUrl;
    private final Supplier<@Nullable String> nonce;

    private FormRenderer(
            TemplateEngine engine,
            Function<String, String> staticUrl,
            Supplier<@Nullable String> nonce) {
        this.engine = engine;
        this.staticUrl = staticUrl;
        this.nonce = nonce;
    }

    /// {@return a renderer by the templates of `engine`, less its context processors}
    public static FormRenderer of(TemplateEngine engine) {
        return new FormRenderer(engine.withoutProcessors(), path -> "/static/" + path, () -> null);
    }

    /// {@return this renderer, with URLs of static files by `staticUrl`, which gets their paths}
    public FormRenderer staticUrls(Function<String, String> staticUrl) {
        return new FormRenderer(engine, staticUrl, nonce);
    }

    /// {@return this renderer, whose scripts and styles carry what `nonce` gives when a page is
    /// made; `null` for none}
    public FormRenderer nonces(Supplier<@Nullable String> nonce) {
        return new FormRenderer(engine, staticUrl, nonce);
    }

    /// {@return the renderer of the running code's site; outside of any, one of this module's own
    /// templates}
    public static FormRenderer current() {
        Context context = Context.find();
        return context == null ? Own.RENDERER : context.getOr(KEY, () -> Own.RENDERER);
    }

    /// {@return the template's HTML}
    ///
    /// @throws dev.quintet.template.TemplateNotFoundException when there is no such template
    /// @throws dev.quintet.template.TemplateException when it fails
    public SafeString render(String template, Map<String, ? extends @Nullable Object> variables) {
        return new SafeString(engine.get(template).render(variables).strip());
    }

    /// {@return the address of a file of {@link Media}; absolute ones and paths from the root stay
    /// as they are}
    String url(String path) {
        boolean whole =
                path.startsWith("/") || path.startsWith("http://") || path.startsWith("https://");
        return whole ? path : staticUrl.apply(path);
    }

    @Nullable String nonce() {
        return nonce.get();
    }

    /// Made when it is first needed.
    private static final class Own {
        private static final FormRenderer RENDERER =
                FormRenderer.of(TemplateEngine.builder().loader(TEMPLATES).build());
    }
}
