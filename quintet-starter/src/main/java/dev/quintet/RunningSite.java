package dev.quintet;

import dev.quintet.auth.Accounts;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.UserTemplates;
import dev.quintet.cache.Caches;
import dev.quintet.forms.widget.FormRenderer;
import dev.quintet.http.ErrorPages;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Router;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.AfterCommit;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.context.LogFields;
import dev.quintet.kernel.context.ThreadBound;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Layer;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsException;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.mail.Mailers;
import dev.quintet.mail.Outbox;
import dev.quintet.orm.Models;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateEngineBuilder;
import dev.quintet.web.SitePages;
import dev.quintet.web.SiteTemplates;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A site that was started: its settings read, its apps, models, databases, templates and routes
/// put together. Safe for many threads.
public final class RunningSite implements AutoCloseable {

    private static final System.Logger LOG = Loggers.named("quintet.site");

    /// The site, in its own context.
    public static final ContextKey<RunningSite> KEY = ContextKey.named("site");

    private static final List<String> OWN_MACHINE = List.of(".localhost", "127.0.0.1", "[::1]");

    private final Site site;
    private final Databases databases;
    private final Router router;
    private final Context context;
    private final boolean madeKey;
    private @Nullable RequestPipeline pipeline;
    private @Nullable ErrorMail errors;

    private RunningSite(Site site, Context base, Router router, boolean madeKey) {
        this.site = site;
        this.databases = base.get(Databases.KEY);
        this.router = router;
        this.madeKey = madeKey;
        this.context = base.with(KEY, this);
    }

    static RunningSite assemble(
            Site site, SettingsSources sources, List<String> args, UnaryOperator<Settings> last) {
        var told = new Settings();
        String command = Commands.nameIn(args);
        ServiceLoader.load(CommandSettings.class, CommandSettings.class.getClassLoader())
                .forEach(more -> more.prepare(command, told));
        site.settings(told);
        sources.readInto(told);
        Settings settings = last.apply(told);
        boolean madeKey =
                settings.explain(KernelSettings.SECRET_KEY).value() == null
                        && settings.get(KernelSettings.DEBUG);
        if (madeKey) {
            settings = settings.with(KernelSettings.SECRET_KEY, randomKey());
        }
        if (settings.explain(HttpSettings.ALLOWED_HOSTS).layer() == Layer.DEFAULT) {
            settings = settings.with(HttpSettings.ALLOWED_HOSTS, OWN_MACHINE);
        }
        settings.freeze();
        Logs.follow(settings);
        Apps apps = Apps.load(settings.apps());
        var logging = new LogContext();
        Context base =
                Context.of(settings, apps, Clock.systemUTC())
                        .with(Models.KEY, Models.of(apps, settings))
                        .with(Databases.KEY, DatabaseOpener.open(settings))
                        .with(AfterCommit.KEY, Transaction::onCommit)
                        .with(ThreadBound.KEY, logging)
                        .with(LogFields.KEY, logging)
                        .with(Outbox.KEY, new Outbox());
        return wired(site, base, madeKey);
    }

    private static RunningSite wired(Site site, Context base, boolean madeKey) {
        Settings settings = base.settings();
        Apps apps = base.apps();
        boolean users = apps.has(AuthApp.class);
        TemplateEngineBuilder builder = SiteTemplates.builder(settings, apps, site.home());
        if (users) {
            builder.contextProcessor(new UserTemplates()).library(UserTemplates.library());
        }
        TemplateEngine templates = site.templates(builder).build();
        Router router = Router.of(base.call(site::routes));
        List<? extends Class<?>> homes =
                Stream.concat(Stream.of(site.home()), apps.list().stream().map(Object::getClass))
                        .toList();
        Context whole =
                base.with(SiteTemplates.KEY, templates)
                        .with(FormRenderer.KEY, SiteTemplates.forms(templates, settings))
                        .with(StaticFiles.KEY, StaticFiles.of(settings, apps))
                        .with(Router.KEY, router)
                        .with(Storages.KEY, storages(base))
                        .with(Mailers.KEY, mailers(base))
                        .with(CacheStore.KEY, Caches.open(settings, base.clock()))
                        .with(
                                Translations.KEY,
                                LanguageSettings.translations(settings, homes, OwnWords.MODULES))
                        .with(Translations.SCRIPTS, LanguageSettings.scripts(settings, homes))
                        .with(Formats.OWN, Formats.ownOf(settings));
        if (users) {
            whole = whole.with(Accounts.KEY, Accounts.of(whole));
        }
        for (Language language : LanguageSettings.choice(settings).supported()) {
            language.activateIn(whole).run(router::prepare);
        }
        return new RunningSite(site, whole, router, madeKey);
    }

    private static Storages storages(Context base) {
        String url = base.settings().get(HttpSettings.MEDIA_URL);
        return Storages.of(base.settings(), url, base.clock());
    }

    private static Mailers mailers(Context base) {
        return Mailers.of(base.settings(), base.get(Outbox.KEY), base.clock());
    }

    /// Puts the site together once more with other settings and another clock, over the same apps,
    /// models and databases: for tests.
    ///
    /// @return a second site, which is not to be closed: this one closes what both have
    public RunningSite with(UnaryOperator<Settings> change, Clock clock) {
        Context base =
                context.with(Context.SETTINGS, change.apply(context.settings()))
                        .with(Context.CLOCK, clock);
        return wired(site, base, madeKey);
    }

    /// {@return the site's context, for code that runs outside of requests}
    public Context context() {
        return context;
    }

    /// {@return the name that people read}
    public String name() {
        return site.name();
    }

    /// {@return what to tell an operator once the site answers at an address, line by line}
    public List<String> welcome(String address) {
        return Stream.concat(
                        Stream.of(name() + " is at " + address), site.welcome(address).stream())
                .toList();
    }

    /// {@return the site's routes}
    public Router router() {
        return router;
    }

    /// {@return the way of a request through the site, put together when it is first asked for}
    ///
    /// @throws SettingsException when `SECRET_KEY` has no value
    public synchronized RequestPipeline pipeline() {
        RequestPipeline made = pipeline;
        if (made == null) {
            refuseWithoutKey();
            made = RequestPipeline.of(context, router).with(context.call(site::middleware));
            if (!context.settings().get(KernelSettings.DEBUG)) {
                ErrorPages standard = SitePages.of(context.get(SiteTemplates.KEY));
                ErrorPages pages = site.errorPages(standard);
                ErrorMail mailing = ErrorMail.of(context, pages);
                made = made.errorPages(mailing == null ? pages : mailing);
                errors = mailing;
            }
            pipeline = made;
        }
        return made;
    }

    /// {@return what is wrong with the order of the site's middleware; empty where nothing is, or
    /// where there is no key to make them with}
    List<Problem> conflicts() {
        boolean keyless = context.settings().explain(KernelSettings.SECRET_KEY).value() == null;
        return keyless ? List.of() : pipeline().conflicts();
    }

    private void refuseWithoutKey() {
        Settings settings = context.settings();
        if (settings.explain(KernelSettings.SECRET_KEY).value() == null) {
            throw new SettingsException(
                    Problem.of("site.E001", "The site has no SECRET_KEY, so it can sign nothing.")
                            .because("Cookies, sessions and forms are signed with it.")
                            .fixedBy(
                                    "Set SECRET_KEY in the environment or in .env to 50 or more"
                                            + " random characters, such as "
                                            + randomKey()));
        }
        if (madeKey) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SECRET_KEY is not set: a random one is used, and sessions end with this"
                            + " process.");
        }
    }

    /// Makes this site the one that code outside of any request, command, task or test gets.
    void becomeProcessDefault() {
        Context.setProcessDefault(context);
    }

    void ready() {
        context.apps().ready(context);
    }

    /// Lets all apps make what has to be there before the first request, unless they did so
    /// already; what starts or serves a site calls it. Where tables have to be made first, {@link
    /// Site#setup(SettingsSources, UnaryOperator) set the site up}, make them, and call it then.
    ///
    /// @throws dev.quintet.kernel.error.QuintetException when an app fails in it
    public void serving() {
        context.apps().serving(context);
    }

    /// Waits for mail that is being sent, closes the cache and the databases, and takes the site
    /// from the process's default if it was that.
    @Override
    public void close() {
        context.apps().list().forEach(app -> context.run(() -> app.closing(context)));
        tellTheRest();
        context.get(Mailers.KEY).close();
        context.get(CacheStore.KEY).close();
        if (Context.find() == context) {
            Context.setProcessDefault(null);
        }
        databases.close();
    }

    /// Mail that was held back, with what was counted, goes out before the mailers close.
    private synchronized void tellTheRest() {
        if (errors != null) {
            errors.close();
        }
        if (pipeline != null) {
            for (Middleware one : pipeline.middleware()) {
                if (one instanceof BrokenLinks links) {
                    links.close();
                }
            }
        }
    }

    /// {@return a key of 50 random characters}
    private static String randomKey() {
        byte[] bytes = new byte[38];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, 50);
    }
}
