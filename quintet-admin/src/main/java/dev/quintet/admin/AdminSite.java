package dev.quintet.admin;

import static dev.quintet.http.Routes.path;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.auth.SecondStep;
import dev.quintet.http.Request;
import dev.quintet.http.Reverse;
import dev.quintet.http.Route;
import dev.quintet.http.Routes;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An admin: which models it shows, and what it is called. A site may have several, with other
/// models at other addresses. Put together once, then given to the site's routes; it serves many
/// threads from then on.
///
/// ```java
/// AdminSite.of("staff").title("Hot Club staff").register(new AlbumAdmin()).routes()
/// ```
public final class AdminSite {

    private final String name;
    private final Map<String, ModelAdmin<?>> admins = new LinkedHashMap<>();
    private final List<Panel> panels = new ArrayList<>();
    private CharSequence title = gettextLazy("Site administration");
    private CharSequence header = gettextLazy("Administration");
    private String siteUrl = "/";
    private boolean secondStep;
    private boolean routed;

    private AdminSite(String name) {
        this.name = name;
    }

    /// {@return an admin without models}
    ///
    /// @param name of its routes: `admin:index`
    public static AdminSite of(String name) {
        return new AdminSite(name);
    }

    /// Sets what the front page and the windows of browsers are called.
    public AdminSite title(CharSequence title) {
        this.title = title;
        return this;
    }

    /// Sets what stands at the top of all pages.
    public AdminSite header(CharSequence header) {
        this.header = header;
        return this;
    }

    /// Sets where the link to the site leads; empty for no link.
    public AdminSite siteUrl(String url) {
        this.siteUrl = url;
        return this;
    }

    /// Lets staff in only when they have passed a second step of signing in, such as a code of an
    /// authenticator app; who has none sets one up before any page opens. The site lists an app
    /// that brings one, such as `MfaApp`.
    public AdminSite secondStep() {
        this.secondStep = true;
        return this;
    }

    /// Adds models, each with its own admin.
    ///
    /// @throws AdminException when one is there already
    public AdminSite register(ModelAdmin<?>... admins) {
        for (ModelAdmin<?> admin : admins) {
            register(admin);
        }
        return this;
    }

    /// Adds models, shown by default: see {@link ModelAdmin#of}.
    ///
    /// @throws AdminException when one is there already
    @SafeVarargs
    public final AdminSite register(Class<? extends Entity>... models) {
        for (Class<? extends Entity> model : models) {
            register(ModelAdmin.of(model));
        }
        return this;
    }

    /// Adds something of the site's own to the front page, behind what is there.
    public AdminSite panel(Panel panel) {
        panels.add(panel);
        return this;
    }

    private void register(ModelAdmin<?> admin) {
        String label = admin.mapping().state().label();
        if (routed) {
            throw new AdminException(
                    Problem.of("admin.E004", label + " comes too late to the admin '" + name + "'.")
                            .because("Its routes were made already.")
                            .fixedBy("Register all models before routes() is called."));
        }
        if (admins.putIfAbsent(label, admin) != null) {
            throw new AdminException(
                    Problem.of("admin.E005", label + " is in the admin '" + name + "' already.")
                            .fixedBy(
                                    "Register it once, or call unregister("
                                            + admin.mapping().state().name()
                                            + ".class) before."));
        }
        admin.in(this);
    }

    /// Takes a model away, to register it differently.
    public AdminSite unregister(Class<? extends Entity> model) {
        admins.values().removeIf(admin -> admin.mapping().type().equals(model));
        return this;
    }

    /// {@return the routes of all pages, for staff only}
    public Routes routes() {
        routed = true;
        Context site = Context.find();
        if (secondStep && site != null && SecondStep.of(site).isEmpty()) {
            throw noSecondStep(name);
        }
        var all = new ArrayList<Route>();
        var front = new FrontPage(this);
        all.add(path("", front::index).name("index"));
        all.add(path("search/", new SearchPage(this)::find).name("search"));
        all.add(path("autocomplete/", new AutocompletePage(this)::rows).name("autocomplete"));
        for (ModelAdmin<?> admin : admins.values()) {
            all.addAll(ModelPages.of(this, admin));
        }
        all.add(
                path("<str:app>/", (Request request, String app) -> front.app(request, app))
                        .name("app_list"));
        var guard = new StaffOnly(this);
        var guarded = new ArrayList<>(SignInPages.of(this));
        all.forEach(route -> guarded.add(route.with(guard)));
        return Routes.of(name, guarded);
    }

    // ---- for the pages

    boolean asksForSecondStep() {
        return secondStep;
    }

    static AdminException noSecondStep(String name) {
        return new AdminException(
                Problem.of(
                                "admin.E006",
                                "Nothing brings the second step of the admin '" + name + "'.")
                        .because("secondStep() is on, and no app of the site has one.")
                        .fixedBy("List MfaApp in the settings, or leave secondStep() out."));
    }

    String name() {
        return name;
    }

    CharSequence title() {
        return title;
    }

    CharSequence header() {
        return header;
    }

    String siteUrl() {
        return siteUrl;
    }

    List<Panel.Shown> panels(Request request) {
        return panels.stream()
                .filter(panel -> panel.isFor(request))
                .map(panel -> panel.shown(this, request))
                .toList();
    }

    List<ModelAdmin<?>> admins() {
        return List.copyOf(admins.values());
    }

    @Nullable ModelAdmin<?> admin(String label) {
        return admins.get(label);
    }

    @SuppressWarnings("unchecked") // each is kept under its model's name
    <M extends Entity> @Nullable ModelAdmin<M> admin(ModelMapping<M> mapping) {
        return (ModelAdmin<M>) admins.get(mapping.state().label());
    }

    String url(String page, Object... args) {
        return Reverse.of(name + ":" + page, args).url();
    }

    /// {@return the address of a page of a model: `changelist`, `add`, `change` and so on}
    String url(ModelMapping<?> mapping, String page, Object... args) {
        return url(stem(mapping.state()) + "_" + page, args);
    }

    String changeUrl(Entity row, ModelMapping<?> mapping) {
        return url(mapping, "change", KeyInAddress.quoted(RowKey.text(row)));
    }

    static String stem(ModelState state) {
        return (state.app() + "_" + state.name()).toLowerCase(Locale.ROOT);
    }

    String autocompleteUrl(ModelMapping<?> mapping, String field) {
        ModelState state = mapping.state();
        return Reverse.of(name + ":autocomplete")
                .query("app_label", state.app())
                .query("model_name", state.name().toLowerCase(Locale.ROOT))
                .query("field_name", field)
                .url();
    }
}
