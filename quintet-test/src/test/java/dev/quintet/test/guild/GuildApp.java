package dev.quintet.test.guild;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;
import java.util.List;

/// Fellows.
public final class GuildApp implements App, HasMigrations {

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial());
    }

    private static final class M0001Initial extends Migration {

        M0001Initial() {
            super("guild", "0001_initial");
            operations(
                    createModel(
                            "Fellow",
                            field("id", FieldType.uuid()).asKey(),
                            field("password", FieldType.text(128)).named("password").asSecret(),
                            field("lastLogin", FieldType.dateTime())
                                    .inColumn("last_login")
                                    .named("last login")
                                    .orNull()
                                    .orBlank(),
                            field("email", FieldType.email(254)).asUnique()));
        }
    }
}
