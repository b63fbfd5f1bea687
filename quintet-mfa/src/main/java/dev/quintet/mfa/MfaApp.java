package dev.quintet.mfa;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.web.Shortcuts.reverse;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthSignals;
import dev.quintet.auth.SecondStep;
import dev.quintet.auth.SignInWay;
import dev.quintet.auth.SiteUser;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Reverse;
import dev.quintet.http.Router;
import dev.quintet.http.Session;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.ModelSignals;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A second step of signing in as a part of a site: list it behind `AuthApp`, and include {@link
/// MfaPages#routes} beside the pages of accounts. Users set it up themselves; who has, is asked for
/// it by every page that signs in.
public final class MfaApp implements App, HasMigrations, SecondStep, SignInWay {

    /// Made by the site, which lists its apps by their classes.
    public MfaApp() {}

    @Override
    public String verboseName() {
        return gettext("Second step of signing in");
    }

    // ---- how visitors sign in

    @Override
    public boolean isAskedOf(AbstractBaseUser user) {
        return Factors.any(user);
    }

    @Override
    public Response ask(Request request, AbstractBaseUser user, String next) {
        Visit.of(request).wait(user, next);
        return Response.redirect(reverse("second_step"));
    }

    @Override
    public boolean passed(Request request) {
        SiteUser user = Auth.user(request);
        return user instanceof AbstractBaseUser known && Visit.of(request).passed(known);
    }

    @Override
    public Response demand(Request request, String next) {
        AbstractBaseUser user = Auth.user(request, AbstractBaseUser.class);
        if (Factors.any(user)) {
            return Response.redirect(Reverse.of("second_step").query("next", next).url());
        }
        Visit.of(request).demandedBy(next);
        return Response.redirect(reverse("security"));
    }

    @Override
    public String signInTemplate() {
        return "quintet/mfa/way.html";
    }

    @Override
    public @Nullable Map<String, Object> signInWay(Request request, @Nullable String next) {
        return Map.of("next", next == null ? "" : next);
    }

    // ---- as a part of a site

    /// Lets what a user has set up go with the user, and notes when somebody signs in.
    @Override
    public void ready(Context site) {
        ModelSignals.preDelete(
                "mfa.factors",
                AbstractBaseUser.class,
                event -> {
                    if (isListed()) {
                        Factors.deleteAll(event.instance().key());
                    }
                });
        AuthSignals.LOGGED_IN.connect(
                "mfa.proved",
                event -> isListed() && event.request().find(Session.KEY).isPresent(),
                event -> Visit.of(event.request()).prove());
    }

    private static boolean isListed() {
        return Context.current().apps().has(MfaApp.class);
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(ResetSecondStepCommand::new);
    }

    @Override
    public List<Check> checks() {
        return List.of(MfaApp::hasPages);
    }

    private static List<CheckMessage> hasPages(Context site) {
        boolean there =
                site.find(Router.KEY)
                        .filter(router -> router.takes("second_step", 0, Set.of()))
                        .isPresent();
        return there
                ? List.of()
                : List.of(
                        CheckMessage.error(
                                        "mfa.E001",
                                        "The pages of the second step have no address.",
                                        "MfaApp")
                                .hint(
                                        "Put include(\"accounts/\", MfaPages.routes()) among the"
                                                + " site's routes."));
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial());
    }

    private static final class M0001Initial extends Migration {

        M0001Initial() {
            super("mfa", "0001_initial");
            operations(
                    createModel(
                            model("Authenticator")
                                    .inTable("mfa_authenticator")
                                    .withFields(
                                            List.of(
                                                    id(),
                                                    user(),
                                                    field("name", FieldType.text(100)),
                                                    field("secret", FieldType.text(200)).asSecret(),
                                                    field("lastStep", FieldType.int64())
                                                            .inColumn("last_step"),
                                                    field("created", FieldType.dateTime()),
                                                    lastUsed()))
                                    .orderedBy("id")
                                    .about(about -> about.defaultPermissions())),
                    createModel(
                            model("RecoveryCode")
                                    .inTable("mfa_recoverycode")
                                    .withFields(
                                            List.of(
                                                    id(),
                                                    user(),
                                                    field("digest", FieldType.text(64)).asSecret()))
                                    .orderedBy("id")
                                    .about(about -> about.defaultPermissions())),
                    createModel(
                            model("Passkey")
                                    .inTable("mfa_passkey")
                                    .withFields(
                                            List.of(
                                                    id(),
                                                    user(),
                                                    field("name", FieldType.text(100)),
                                                    field("digest", FieldType.text(64)).asUnique(),
                                                    field("handle", FieldType.text(64)),
                                                    field("credential", FieldType.text()),
                                                    field("transports", FieldType.text(100))
                                                            .orBlank(),
                                                    field("signCount", FieldType.int64())
                                                            .inColumn("sign_count"),
                                                    field("created", FieldType.dateTime()),
                                                    lastUsed()))
                                    .orderedBy("id")
                                    .about(about -> about.defaultPermissions())));
        }

        private static FieldState user() {
            return field("userKey", FieldType.text(64))
                    .inColumn("user_key")
                    .named("user")
                    .indexed();
        }

        private static FieldState lastUsed() {
            return field("lastUsed", FieldType.dateTime()).inColumn("last_used").orNull().orBlank();
        }
    }
}
