package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.auth.AuthApp;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.adminlog.AdminLogApp;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.MigrateOptions;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.Progress;
import dev.quintet.migrations.autodetect.MigrationDraft;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.autodetect.Squashing;
import dev.quintet.migrations.error.GraphException;
import dev.quintet.migrations.source.MigrationSource;
import dev.quintet.orm.Models;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.state.FieldType;
import dev.quintet.test.badges.BadgesApp;
import dev.quintet.test.club.ClubApp;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Migrations that lead to the site's users, whichever model `AUTH_USER_MODEL` names.
class SwappedUserTest {

    /// A reusable app: its migrations do not know whom they lead to.
    static final class ReviewsApp implements App, HasMigrations {

        @Override
        public String label() {
            return "reviews";
        }

        @Override
        public List<Migration> migrations() {
            return List.of(new Initial(), new Judges());
        }

        static final class Initial extends Migration {
            Initial() {
                super("reviews", "0001_initial");
                dependsOnModelOf("AUTH_USER_MODEL");
                operations(
                        createModel(
                                "Review",
                                id(),
                                field("words", FieldType.text(20)),
                                foreignKey(
                                        "author", modelOf("AUTH_USER_MODEL"), OnDelete.CASCADE)));
            }
        }

        static final class Judges extends Migration {
            Judges() {
                super("reviews", "0002_judges");
                dependsOn("reviews", "0001_initial");
                operations(
                        addField(
                                "Review",
                                oneToOne("judge", modelOf("AUTH_USER_MODEL"), OnDelete.SET_NULL)
                                        .orNull()));
            }
        }
    }

    @TempDir private Path folder = Path.of("");
    private @Nullable Database opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private Database database() {
        if (opened == null) {
            String url = "sqlite:" + folder.resolve("test.db");
            opened = DatabaseOpener.open(Databases.DEFAULT, ServiceUrl.parse(url));
        }
        return opened;
    }

    private Context site(String user, App... apps) {
        Settings settings = new Settings().set(AuthSettings.USER_MODEL, user).freeze();
        Apps all = Apps.of(List.of(apps));
        return Context.of(settings, all, Clock.systemUTC())
                .with(Databases.KEY, Databases.of(List.of(database())))
                .with(Models.KEY, Models.of(all, settings));
    }

    private List<String> targets(String table) {
        return database()
                .query(
                        SqlStatement.of(
                                "SELECT \"table\" FROM pragma_foreign_key_list('" + table + "')"),
                        new Object[0],
                        (result, row) -> {
                            List<String> found = new ArrayList<>();
                            while (result.next()) {
                                found.add(String.valueOf(row.text(1)));
                            }
                            return found;
                        });
    }

    @ParameterizedTest
    @CsvSource({"auth.User,auth_user", "club.Member,club_member"})
    void keysLeadToTheTableOfTheModelThatTheSettingNames(String user, String table) {
        // The app with the users comes last: the dependency puts its tables first.
        Context site =
                site(
                        user,
                        new ReviewsApp(),
                        new ContentTypesApp(),
                        new AuthApp(),
                        new AdminLogApp(),
                        new ClubApp());

        Migrator.of(site).migrate();

        assertThat(targets("reviews_review")).containsExactly(table, table);
        assertThat(targets("django_admin_log")).contains(table);
        assertThatThrownBy(() ->
                        database()
                                .execute(
                                        List.of(
                                                "INSERT INTO reviews_review (words, author_id) VALUES ('a',"
                                                        + " 77)")))
                .isInstanceOf(DatabaseException.class);
        Migrator migrator = Migrator.of(site);
        migrator.migrate(
                migrator.plan("reviews", Migrator.ZERO), MigrateOptions.USUAL, Progress.silent());
        assertThat(targets("reviews_review")).isEmpty();
    }

    @Test
    void makemigrationsWritesTheSettingAndNotTheModel() {
        Context site =
                site(
                        "club.Member",
                        new ContentTypesApp(),
                        new AuthApp(),
                        new ClubApp(),
                        new BadgesApp());
        ProjectMigrations project = ProjectMigrations.of(site);

        var missing = project.missing(Set.of(), Questioner.silent(), "x");

        assertThat(missing).containsOnlyKeys("badges");
        MigrationDraft draft = missing.get("badges").getFirst();
        assertThat(draft.dependencies())
                .containsExactly(new MigrationName(MigrationName.SETTING, "AUTH_USER_MODEL"));
        assertThat(MigrationSource.of("site", draft, project::proper, project.named()))
                .contains(
                        "dependsOnModelOf(\"AUTH_USER_MODEL\");",
                        "foreignKey(\"owner\", modelOf(\"AUTH_USER_MODEL\"), OnDelete.CASCADE)")
                .doesNotContain("club.");
    }

    @Test
    void squashingKeepsTheSetting() {
        Context site =
                site(
                        "club.Member",
                        new ContentTypesApp(),
                        new AuthApp(),
                        new ClubApp(),
                        new ReviewsApp());
        ProjectMigrations project = ProjectMigrations.of(site);

        MigrationDraft draft = Squashing.of(site, "reviews", "", "0002", "", true).draft();

        assertThat(draft.operations()).hasSize(1);
        assertThat(MigrationSource.of("site", draft, project::proper, project.named()))
                .contains(
                        "dependsOnModelOf(\"AUTH_USER_MODEL\");",
                        "oneToOne(\"judge\", modelOf(\"AUTH_USER_MODEL\"), OnDelete.SET_NULL)");
    }

    @Test
    void namesAModelThatNoMigrationMakes() {
        Context site = site("club.Member", new ContentTypesApp(), new AuthApp(), new ReviewsApp());

        assertThatThrownBy(() -> Migrator.of(site))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("migrations.E042")
                .hasMessageContaining("reviews.0001_initial depends on the model club.Member");
        assertThatThrownBy(() -> Migrator.of(site("Member", new ReviewsApp())))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("migrations.E041");
    }
}
