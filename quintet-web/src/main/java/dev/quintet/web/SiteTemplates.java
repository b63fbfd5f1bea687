package dev.quintet.web;

import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.middleware.Csp;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.ContextProcessor;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateEngineBuilder;
import dev.quintet.template.TemplateLoader;
import dev.quintet.web.messages.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The template engine of a site: where its templates are, and what every page has.
public final class SiteTemplates {

    /// The engine of a site, in its context.
    public static final ContextKey<TemplateEngine> KEY = ContextKey.named("templates");

    /// Where Maven keeps the templates that it copies beside the classes.
    private static final Path SOURCES = Path.of("src/main/resources/templates");

    private SiteTemplates() {}

    /// Returns a builder of the engine that a site has by default.
    ///
    /// The first that has a template of a name wins: the folders of `TEMPLATE_DIRS`, the folder
    /// `templates/` beside the site's own classes, then those of its apps in their order. Where
    /// `DEBUG` is on, templates are read anew when they change, from `src/main/resources` if the
    /// site runs in its project's folder. The templates of forms, `quintet/forms/`, come last of
    /// all.
    ///
    /// Every page has `request`, `csrf_token`, `csp_nonce`, `messages`, `debug`, `STATIC_URL` and
    /// `MEDIA_URL`.
    ///
    /// @param owner the site's own class
    public static TemplateEngineBuilder builder(Settings settings, Apps apps, Class<?> owner) {
        boolean debug = settings.get(KernelSettings.DEBUG);
        TemplateEngineBuilder builder =
                TemplateEngine.builder()
                        .debug(debug)
                        .services(new SiteServices(settings))
                        .builtin(ViteLibrary.of())
                        .languages(
                                LanguageSettings.choice(settings).supported().stream()
                                        .map(Language::code)
                                        .toList())
                        .contextProcessor(new Common(settings));
        for (String folder : settings.get(WebSettings.TEMPLATE_DIRS)) {
            builder.loader(TemplateLoader.folder(Path.of(folder)));
        }
        if (debug && Files.isDirectory(SOURCES)) {
            builder.loader(TemplateLoader.folder(SOURCES));
        }
        var places = new HashSet<String>();
        places.add(place(owner));
        builder.loader(TemplateLoader.resources(owner));
        for (App app : apps.list()) {
            if (places.add(place(app.getClass()))) {
                builder.loader(TemplateLoader.resources(app.getClass()));
            }
        }
        return builder.loader(FormRenderer.TEMPLATES);
    }

    /// {@return what renders the forms of a site: its templates, its addresses of static files, and
    /// the nonce of the page's content security policy}
    public static FormRenderer forms(TemplateEngine engine, Settings settings) {
        return FormRenderer.of(engine)
                .staticUrls(new SiteServices(settings)::staticUrl)
                .nonces(() -> Request.current().map(Csp::nonce).orElse(null));
    }

    /// Apps of one jar have one folder of templates.
    private static String place(Class<?> owner) {
        CodeSource source = owner.getProtectionDomain().getCodeSource();
        return source == null ? owner.getName() : String.valueOf(source.getLocation());
    }

    /// What every page has. Django: the context processors of a new project.
    private record Common(Settings settings) implements ContextProcessor {

        @Override
        public Set<String> names() {
            return Set.of(
                    "debug",
                    "STATIC_URL",
                    "MEDIA_URL",
                    "request",
                    "csrf_token",
                    "csp_nonce",
                    "import_map",
                    "messages");
        }

        @Override
        public Map<String, ? extends @Nullable Object> variables(
                Map<String, ? extends @Nullable Object> given) {
            var all = new HashMap<String, @Nullable Object>();
            all.put("debug", settings.get(KernelSettings.DEBUG));
            all.put("STATIC_URL", settings.get(HttpSettings.STATIC_URL));
            all.put("MEDIA_URL", settings.get(HttpSettings.MEDIA_URL));
            Request request =
                    given.get("request") instanceof Request mine
                            ? mine
                            : Request.current().orElse(null);
            if (request != null) {
                all.put("request", request);
                Supplier<@Nullable String> token = () -> Csrf.token(request);
                all.put("csrf_token", token);
                Supplier<@Nullable String> nonce = () -> Csp.nonce(request);
                all.put("csp_nonce", nonce);
                Supplier<@Nullable SafeString> modules = () -> modules(request);
                all.put("import_map", modules);
                all.put("messages", Messages.of(request));
            }
            return all;
        }

        /// Where scripts find their modules; a page that has none of it asks for no nonce.
        private static @Nullable SafeString modules(Request request) {
            return Context.current()
                    .find(StaticFiles.KEY)
                    .map(files -> files.importMap(Csp.nonce(request)))
                    .orElse(null);
        }
    }
}
