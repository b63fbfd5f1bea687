package dev.quintet.auth.drf;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.AuthChecks;
import dev.quintet.auth.AuthSettings;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.Check;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import java.util.List;

/// The table of Django REST framework's tokens as a part of a site: list it behind `AuthApp` beside
/// a site that has them. DRF: `rest_framework.authtoken`.
public final class DrfTokensApp implements App, HasMigrations {

    private static final String USER = AuthSettings.USER_MODEL.name();

    /// Made by the site, which lists its apps by their classes.
    public DrfTokensApp() {}

    @Override
    public String label() {
        return "authtoken";
    }

    @Override
    public String verboseName() {
        return gettext("Auth Token");
    }

    @Override
    public List<Check> checks() {
        return List.of(site -> AuthChecks.numbersAlone(site, "DrfTokensApp"));
    }

    @Override
    public List<Migration> migrations() {
        return List.of(
                new Initial(),
                new Later("0002_auto_20160226_1747", "0001_initial"),
                new Later("0003_tokenproxy", "0002_auto_20160226_1747"),
                new Later("0004_alter_tokenproxy_options", "0003_tokenproxy"));
    }

    private static final class Initial extends Migration {

        Initial() {
            super("authtoken", "0001_initial");
            dependsOnModelOf(USER);
            operations(
                    separately(
                            List.of(
                                    new CreateModel(
                                            token(
                                                    oneToOne(
                                                                    "userId",
                                                                    modelOf(USER),
                                                                    OnDelete.CASCADE)
                                                            .inColumn("user_id")))),
                            List.of(
                                    new CreateModel(
                                            token(
                                                    field("userId", FieldType.int64())
                                                            .inColumn("user_id")
                                                            .named("User")
                                                            .asUnique())))));
        }

        private ModelState token(FieldState user) {
            return model("AuthToken")
                    .inTable("authtoken_token")
                    .withFields(
                            List.of(
                                    field("key", FieldType.text(40))
                                            .named("Key")
                                            .asKey()
                                            .asSecret(),
                                    user,
                                    field("created", FieldType.dateTime())
                                            .named("Created")
                                            .hidden()))
                    .named("Token", "Tokens");
        }
    }

    private static final class Later extends Migration {

        Later(String name, String before) {
            super("authtoken", name);
            dependsOn("authtoken", before);
        }
    }
}
