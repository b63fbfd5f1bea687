package dev.quintet.oidc;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.SignInWay;
import dev.quintet.http.Request;
import dev.quintet.http.Router;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.ModelSignals;
import dev.quintet.orm.state.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Signing in with an account elsewhere as a part of a site: list it behind `AuthApp`, name the
/// providers in {@link OidcSettings#PROVIDERS}, and include {@link OidcPages#routes} beside the
/// pages of accounts.
public final class OidcApp implements App, HasMigrations, SignInWay {

    private final Providers providers = new Providers();

    /// Made by the site, which lists its apps by their classes.
    public OidcApp() {}

    @Override
    public String verboseName() {
        return gettext("Accounts elsewhere");
    }

    static OidcApp current() {
        return Context.current().apps().all(OidcApp.class).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("OidcApp is not listed."));
    }

    Conversation with(Provider provider) {
        return providers.with(provider);
    }

    @Override
    public String signInTemplate() {
        return "quintet/oidc/way.html";
    }

    @Override
    public @Nullable Map<String, Object> signInWay(Request request, @Nullable String next) {
        List<Provider> all = Providers.list();
        return all.isEmpty()
                ? null
                : Map.of("next", next == null ? "" : next, "providers", shown(all));
    }

    /// {@return what templates may know of providers: no secrets}
    static List<Map<String, String>> shown(List<Provider> all) {
        return all.stream().map(one -> Map.of("name", one.name(), "label", one.label())).toList();
    }

    /// Lets what a user has connected go with the user.
    @Override
    public void ready(Context site) {
        ModelSignals.preDelete(
                "oidc.identities",
                AbstractBaseUser.class,
                event -> {
                    if (Context.current().apps().has(OidcApp.class)) {
                        String user = event.instance().key();
                        Identities.filter(Identities.userKey.eq(user)).delete();
                    }
                });
    }

    @Override
    public List<Check> checks() {
        return List.of(OidcApp::hasPages);
    }

    private static List<CheckMessage> hasPages(Context site) {
        boolean there =
                site.find(Router.KEY)
                        .filter(router -> router.takes("oidc_start", 1, Set.of()))
                        .isPresent();
        return there
                ? List.of()
                : List.of(
                        CheckMessage.error(
                                        "oidc.E001",
                                        "The pages of accounts elsewhere have no address.",
                                        "OidcApp")
                                .hint(
                                        "Put include(\"accounts/\", OidcPages.routes()) among the"
                                                + " site's routes."));
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial());
    }

    private static final class M0001Initial extends Migration {

        M0001Initial() {
            super("oidc", "0001_initial");
            operations(
                    createModel(
                            model("Identity")
                                    .inTable("oidc_identity")
                                    .withFields(
                                            List.of(
                                                    id(),
                                                    field("userKey", FieldType.text(64))
                                                            .inColumn("user_key")
                                                            .named("user")
                                                            .indexed(),
                                                    field("issuer", FieldType.text(300)),
                                                    field("subject", FieldType.text(255)),
                                                    field("digest", FieldType.text(64)).asUnique(),
                                                    field("label", FieldType.text(254)).orBlank(),
                                                    field("created", FieldType.dateTime()),
                                                    field("lastUsed", FieldType.dateTime())
                                                            .inColumn("last_used")
                                                            .orNull()
                                                            .orBlank()))
                                    .orderedBy("id")
                                    .about(about -> about.defaultPermissions())));
        }
    }
}
