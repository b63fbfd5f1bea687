package dev.quintet.auth.limits;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;
import java.util.List;

/// The table where failed sign-ins are counted: list it behind `AuthApp` in a site of several
/// processes that share no cache.
public final class LimitsApp implements App, HasMigrations {

    /// Made by the site, which lists its apps by their classes.
    public LimitsApp() {}

    @Override
    public String label() {
        return "auth_limits";
    }

    @Override
    public String verboseName() {
        return gettext("Limits of signing in");
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial());
    }

    private static final class M0001Initial extends Migration {

        M0001Initial() {
            super("auth_limits", "0001_initial");
            operations(
                    createModel(
                            model("Attempt")
                                    .inTable("auth_limits_attempt")
                                    .withFields(
                                            List.of(
                                                    field("key", FieldType.text(64)).asKey(),
                                                    field("counted", FieldType.int64()),
                                                    field("ends", FieldType.dateTime()).indexed()))
                                    .about(about -> about.defaultPermissions())));
        }
    }
}
