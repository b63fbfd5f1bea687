package dev.quintet.test.club;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;
import java.util.List;

/// Members.
public final class ClubApp implements App, HasMigrations {

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial());
    }

    private static final class M0001Initial extends Migration {

        M0001Initial() {
            super("club", "0001_initial");
            operations(
                    createModel(
                            "Member",
                            id(),
                            field("password", FieldType.text(128)).named("password").asSecret(),
                            field("lastLogin", FieldType.dateTime())
                                    .inColumn("last_login")
                                    .named("last login")
                                    .orNull()
                                    .orBlank(),
                            field("email", FieldType.email(254)).asUnique(),
                            field("admin", FieldType.bool())));
        }
    }
}
