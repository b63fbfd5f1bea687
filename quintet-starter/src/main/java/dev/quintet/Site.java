package dev.quintet;

import dev.quintet.auth.AuthApp;
import dev.quintet.auth.Authentication;
import dev.quintet.http.ErrorPages;
import dev.quintet.http.Middleware;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.media.MediaFiles;
import dev.quintet.http.middleware.Common;
import dev.quintet.http.middleware.Csp;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.http.middleware.FrameOptions;
import dev.quintet.http.middleware.Languages;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.http.middleware.Security;
import dev.quintet.http.middleware.Sessions;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.orm.connection.Databases;
import dev.quintet.template.TemplateEngineBuilder;
import dev.quintet.web.DatabaseRequests;
import dev.quintet.web.SiteTemplates;
import dev.quintet.web.messages.Messages;
import dev.quintet.web.sessions.SessionStores;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A site: what it is told, where its pages are, and the way to them.
///
/// ```java
/// public final class Records extends Site {
///     @Override protected void settings(Settings settings) {
///         settings.apps(CatalogApp.class);
///         settings.database(env("DATABASE_URL", "sqlite:records.db"));
///     }
///
///     @Override protected Routes routes() {
///         return Routes.of(include("", Catalog.ROUTES));
///     }
///
///     public static void main(String... args) { new Records().manage(args); }
/// }
/// ```
///
/// The first argument of `main` is a command: `serve`, `migrate`, `check`, `listurls`; `help` lists
/// them. Values that {@link #settings} sets are the innermost layer: `settings.properties`, `.env`,
/// the environment and `--set KEY=value` win over it, in this order.
public abstract class Site {

    /// The site that a command belongs to which needs none that was put together.
    public static final ContextKey<Site> UNSTARTED = ContextKey.named("site as written");

    private static final ScopedValue<Consumer<Site>> TAKEN = ScopedValue.newInstance();

    /// For sites.
    protected Site() {}

    /// Returns a site of settings alone, which has no pages: for programs that use models,
    /// templates and mail, and answer nobody. {@link #setup} makes them ready.
    ///
    /// ```java
    /// Site shop = Site.of(settings -> settings.apps(ShopApp.class).database("sqlite:shop.db"));
    /// try (var _ = shop.setup()) {
    ///     Albums.all().forEach(album -> IO.println(album.title));
    /// }
    /// ```
    ///
    /// @param settings sets what {@link #settings} of a site does; templates and words of its own
    ///   lie beside the class that this is written in
    public static Site of(Consumer<Settings> settings) {
        return new PagelessSite(settings);
    }

    /// Sets what the site's code decides: its apps, its database.
    protected abstract void settings(Settings settings);

    /// {@return the routes of all pages}
    protected abstract Routes routes();

    /// {@return what each request goes through before it comes to a view, the outermost first}
    ///
    /// By default as in a new project of Django, less what asks for modules of upper floors: names
    /// of requests, static and uploaded files, security headers, content security, sessions (kept
    /// in a signed cookie), the visitor's language where `LANGUAGES` names several, missing
    /// slashes, CSRF, who has signed in where {@link AuthApp} is listed, messages, and no frames.
    /// Called when the site starts to answer, with its settings in the current context.
    protected List<Middleware> middleware() {
        Context site = Context.current();
        Settings settings = site.settings();
        var all = new ArrayList<Middleware>();
        all.add(new RequestIds());
        all.add(new LogContext());
        all.add(site.get(StaticFiles.KEY));
        all.add(MediaFiles.of(settings));
        all.add(Security.of(settings));
        all.add(Csp.of(settings));
        all.add(Sessions.of(settings, SessionStores.of(site)));
        Router router = site.get(Router.KEY);
        if (settings.get(LanguageSettings.LANGUAGES).size() > 1 || router.prefixesLanguages()) {
            all.add(Languages.of(settings, router));
        }
        BrokenLinks.of(site).ifPresent(all::add);
        all.add(Common.of(settings));
        all.add(Csrf.of(settings));
        if (site.apps().has(AuthApp.class)) {
            all.add(new Authentication());
        }
        all.add(Messages.of(site));
        all.add(FrameOptions.of(settings));
        DatabaseRequests.of(settings, site.get(Databases.KEY)).ifPresent(all::add);
        return List.copyOf(all);
    }

    /// {@return the pages of errors where `DEBUG` is off: by default the site's templates
    /// `404.html`, `500.html` and so on, else plain ones, and JSON below `API_PATHS` or where a
    /// client likes that}
    ///
    /// @param standard makes the default ones, for what is not to be different
    protected ErrorPages errorPages(ErrorPages standard) {
        return standard;
    }

    /// Gives the template engine more than it has by default: libraries of tags, context
    /// processors.
    ///
    /// @param templates a builder as {@link SiteTemplates#builder} makes it
    /// @return the same, or another
    protected TemplateEngineBuilder templates(TemplateEngineBuilder templates) {
        return templates;
    }

    /// {@return the name that people read, such as on the console; by default made of the class's}
    protected String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }

    /// {@return what to tell an operator once the site answers, line by line; nothing by default}
    ///
    /// @param address where it answers, such as `http://localhost:8000/`
    protected List<String> welcome(String address) {
        return List.of();
    }

    /// {@return what the environment says, or a fallback where it says nothing}
    ///
    /// @param name of the variable
    /// @param fallback what holds where it is not set, or empty
    protected static String env(String name, String fallback) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? fallback : value;
    }

    /// {@return the class that the site's own templates and words lie beside}
    Class<?> home() {
        return getClass();
    }

    /// Does what the command line says, and ends the process: with 0 when all went well, 1 when the
    /// command failed, 2 when it was called wrongly.
    ///
    /// @param args of `main`: a command and its options
    public final void manage(String... args) {
        if (TAKEN.isBound()) {
            TAKEN.get().accept(this);
            return;
        }
        var out = console(FileDescriptor.out, "stdout.encoding");
        var err = console(FileDescriptor.err, "stderr.encoding");
        System.exit(manage(out, err, args));
    }

    /// The writer of an operator's console, in the characters that it shows.
    private static PrintWriter console(FileDescriptor where, String encoding) {
        String name = System.getProperty(encoding);
        Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        return new PrintWriter(new FileOutputStream(where), true, charset);
    }

    /// Does what the command line says, in this process and with these writers.
    ///
    /// @param out where results go
    /// @param err where warnings, progress and problems go
    /// @param args a command and its options
    /// @return the exit code: 0 when all went well, 1 when the command failed, 2 when it was called
    ///   wrongly
    public final int manage(PrintWriter out, PrintWriter err, String... args) {
        List<String> words = List.of(args);
        Context bare =
                Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC())
                        .with(UNSTARTED, this);
        Commands commands = Commands.of(bare, program());
        if (commands.needNoSite(words)) {
            return commands.run(out, err, args);
        }
        SettingsSources sources = SettingsSources.ofProcess(Commands.settingsIn(words));
        try (RunningSite running =
                RunningSite.assemble(
                        asWritten(words, err), sources, words, UnaryOperator.identity())) {
            running.becomeProcessDefault();
            running.ready();
            return commands.with(running.context()).run(out, err, args);
        } catch (QuintetException told) {
            err.println(told.problem().render());
            err.flush();
            return 1;
        }
    }

    /// This site, or the one that newer sources make.
    private Site asWritten(List<String> words, PrintWriter err) {
        Site site = this;
        for (SiteSource source :
                ServiceLoader.load(SiteSource.class, SiteSource.class.getClassLoader())) {
            site = source.current(site, words, err);
        }
        return site;
    }

    /// {@return the site that a `main` would do something with: what it calls {@link #manage} on,
    /// which does nothing then; `null` where it calls that on none}
    ///
    /// @param main calls a method like `main`
    public static @Nullable Site ofMain(Runnable main) {
        var taken = new AtomicReference<@Nullable Site>();
        ScopedValue.where(TAKEN, taken::set).run(main);
        return taken.get();
    }

    /// Makes models, templates, mail and all else ready but the way of requests, which is what asks
    /// for a `SECRET_KEY`: for scripts and programs that answer nobody. Django: `django.setup()`.
    ///
    /// @return the site, which code of this process reaches until it is closed
    /// @throws QuintetException when something is wrong with its settings, apps, models or routes
    public final RunningSite setup() {
        return setup(SettingsSources.ofProcess(List.of()), List.of(), UnaryOperator.identity());
    }

    /// Makes all ready but the way of requests, with other settings than the process has.
    ///
    /// @param sources the layers above the site's code
    /// @param last changes the settings after all layers were read
    /// @return the site, which code of this process reaches until it is closed
    /// @throws QuintetException when something is wrong with its settings, apps, models or routes
    public final RunningSite setup(SettingsSources sources, UnaryOperator<Settings> last) {
        return setup(sources, List.of(), last);
    }

    private RunningSite setup(
            SettingsSources sources, List<String> words, UnaryOperator<Settings> last) {
        RunningSite running = RunningSite.assemble(this, sources, words, last);
        try {
            running.becomeProcessDefault();
            running.ready();
            return running;
        } catch (RuntimeException failed) {
            running.close();
            throw failed;
        }
    }

    /// Starts the site without a command: for tests, for a server of one's own. What only uses
    /// models, templates and mail is content with {@link #setup}.
    ///
    /// @return the site, ready to answer; close it when it is no longer needed
    /// @throws QuintetException when something is wrong with its settings, apps, models or routes
    public final RunningSite start() {
        return start(SettingsSources.ofProcess(List.of()), UnaryOperator.identity());
    }

    /// Starts the site with other settings than its process has.
    ///
    /// @param sources the layers above the site's code
    /// @param last changes the settings after all layers were read
    /// @return the site, ready to answer; close it when it is no longer needed
    /// @throws QuintetException when something is wrong with its settings, apps, models or routes
    public final RunningSite start(SettingsSources sources, UnaryOperator<Settings> last) {
        return start(sources, List.of(), last);
    }

    /// Starts the site with other settings than its process has, and those that a command has.
    ///
    /// @param sources the layers above the site's code
    /// @param words of the command line
    /// @param last changes the settings after all layers were read
    /// @return the site, ready to answer; close it when it is no longer needed
    /// @throws QuintetException when something is wrong with its settings, apps, models or routes
    public final RunningSite start(
            SettingsSources sources, List<String> words, UnaryOperator<Settings> last) {
        RunningSite running = setup(sources, words, last);
        try {
            running.pipeline();
            running.serving();
            return running;
        } catch (RuntimeException failed) {
            running.close();
            throw failed;
        }
    }

    /// What an operator types before a command: the way in which this process was started.
    String program() {
        return getClass().getSimpleName().isEmpty() ? "site" : getClass().getSimpleName();
    }
}
