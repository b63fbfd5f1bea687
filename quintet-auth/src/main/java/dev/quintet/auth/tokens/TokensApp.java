package dev.quintet.auth.tokens;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.AuthChecks;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.ModelSignals;
import dev.quintet.orm.Models;
import dev.quintet.orm.state.FieldType;
import java.util.List;

/// Tokens of APIs as a part of a site: list it behind `AuthApp`, and {@link TokenAuthentication}
/// among the middleware.
public final class TokensApp implements App, HasMigrations {

    /// Made by the site, which lists its apps by their classes.
    public TokensApp() {}

    @Override
    public String label() {
        return "auth_tokens";
    }

    @Override
    public String verboseName() {
        return gettext("API tokens");
    }

    @Override
    public List<Check> checks() {
        return List.of(site -> AuthChecks.numbersAlone(site, "TokensApp"));
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial());
    }

    /// Lets a user's tokens go with the user.
    @Override
    public void ready(Context site) {
        ModelSignals.preDelete(
                "auth.tokens",
                AbstractBaseUser.class,
                event -> {
                    if (has(Context.current())) {
                        long user = Long.parseLong(event.instance().key());
                        ApiTokens.filter(ApiTokens.userId.eq(user)).delete();
                    }
                });
    }

    private static boolean has(Context site) {
        return site.find(Models.KEY)
                .filter(models ->
                        models.list().stream().anyMatch(one -> one.type() == ApiToken.class))
                .isPresent();
    }

    private static final class M0001Initial extends Migration {

        M0001Initial() {
            super("auth_tokens", "0001_initial");
            operations(
                    createModel(
                            model("ApiToken")
                                    .inTable("auth_tokens_apitoken")
                                    .withFields(
                                            List.of(
                                                    id(),
                                                    field("userId", FieldType.int64())
                                                            .inColumn("user_id")
                                                            .named("user")
                                                            .indexed(),
                                                    field("name", FieldType.text(100)),
                                                    field("digest", FieldType.text(64))
                                                            .asUnique()
                                                            .asSecret(),
                                                    field("start", FieldType.text(12)),
                                                    field("scopes", FieldType.text(500)).orBlank(),
                                                    field("created", FieldType.dateTime()),
                                                    field("expires", FieldType.dateTime())
                                                            .orNull()
                                                            .orBlank(),
                                                    field("lastUsed", FieldType.dateTime())
                                                            .inColumn("last_used")
                                                            .orNull()
                                                            .orBlank()
                                                            .hidden()))
                                    .orderedBy("-created")));
        }
    }
}
