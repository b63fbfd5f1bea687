package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quintet.RunningSite;
import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.Credentials;
import dev.quintet.auth.Group;
import dev.quintet.auth.User;
import dev.quintet.auth.Users;
import dev.quintet.auth.adminlog.LogEntries;
import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.http.HttpSettings;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.migrations.Migrator;
import dev.quintet.test.Client;
import dev.quintet.test.press.Press;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site over a database that Django made, beside a Django that still runs: in the recorded data
/// of `../shared/realdata`, or where `QUINTET_REALDATA` says; and, where it is installed, the real
/// one.
class BesideDjangoTest {

    private static final String KEY = "nuages-conformance-key";
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");
    private @Nullable RunningSite site;

    private static Path recorded() {
        String told = System.getenv("QUINTET_REALDATA");
        Path near = Path.of("../../shared/realdata/django");
        return told != null ? Path.of(told) : near;
    }

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.exists(recorded().resolve("db.sqlite3")), "no recorded database");
        file = folder.resolve("db.sqlite3");
        Files.write(file, Files.readAllBytes(recorded().resolve("db.sqlite3")));
        site = started();
    }

    private RunningSite started() {
        return new Press()
                .start(SettingsSources.ofProcess(List.of()), settings -> beside(settings));
    }

    private Settings beside(Settings settings) {
        settings.set(KernelSettings.SECRET_KEY, KEY);
        settings.set(HttpSettings.ALLOWED_HOSTS, List.of("testserver"));
        settings.set(AuthSettings.BESIDE_DJANGO, "5.2");
        settings.database("sqlite:" + file);
        return settings;
    }

    private RunningSite site() {
        return Objects.requireNonNull(site);
    }

    @AfterEach
    void stop() {
        if (site != null) {
            site.close();
        }
    }

    private static List<Map<?, ?>> listed(String name, String under) throws IOException {
        Map<?, ?> all = (Map<?, ?>) Json.parse(Files.readAllBytes(recorded().resolve(name)));
        return ((List<?>) Objects.requireNonNull(Objects.requireNonNull(all).get(under)))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    @Test
    void letsDjangosUsersInWithTheirOldPasswords() {
        site().context()
                .run(() -> {
                    for (Map<?, ?> each : read("users.json", "users")) {
                        String name = String.valueOf(each.get("username"));
                        Object password = each.get("password");
                        boolean active = Boolean.TRUE.equals(each.get("is_active"));
                        String before = Users.get(Users.username.eq(name)).password;
                        var typed =
                                new Credentials.Password(
                                        name, password == null ? "" : password.toString());

                        assertThat(Auth.authenticate(null, typed).isPresent())
                                .as(name)
                                .isEqualTo(active && password != null);
                        assertThat(Users.get(Users.username.eq(name)).password)
                                .as("the hash of " + name + " stays as Django made it")
                                .isEqualTo(before);
                    }
                });
    }

    private static List<Map<?, ?>> read(String name, String under) {
        try {
            return listed(name, under);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void decidesByGroupsAndPermissionsAsDjangoDoes() {
        site().context()
                .run(() -> {
                    for (Map<?, ?> each : read("users.json", "users")) {
                        User user = Users.get(Users.id.eq(((Number) each.get("id")).intValue()));
                        Set<String> all = new LinkedHashSet<>();
                        ((List<?>) Objects.requireNonNull(each.get("all_permissions")))
                                .forEach(one -> all.add(String.valueOf(one)));

                        assertThat(user.allPermissions())
                                .as(user.username)
                                .containsExactlyInAnyOrderElementsOf(all);
                        assertThat(user.groups.list())
                                .extracting(Group::toString)
                                .containsExactlyInAnyOrderElementsOf(
                                        ((List<?>) Objects.requireNonNull(each.get("groups")))
                                                .stream().map(String::valueOf).toList());
                        assertThat(user.sessionAuthHash()).isEqualTo(each.get("session_auth_hash"));
                    }
                });
    }

    @Test
    void knowsWhoSignedInAtDjango() {
        site().context()
                .run(() -> {
                    int known = 0;
                    for (Map<?, ?> each : read("sessions.json", "sessions")) {
                        Map<?, ?> decoded =
                                each.get("decoded") instanceof Map<?, ?> map ? map : Map.of();
                        if (!decoded.containsKey("_auth_user_id")
                                || !String.valueOf(each.get("expire_date")).startsWith("2099")) {
                            continue;
                        }
                        var client = new Client();
                        client.cookie("sessionid", String.valueOf(each.get("session_key")));

                        AbstractBaseUser user =
                                Accounts.current()
                                        .byKey(String.valueOf(decoded.get("_auth_user_id")));
                        assertThat(client.get("/whoami/").text())
                                .isEqualTo(Objects.requireNonNull(user).username());
                        known++;
                    }
                    assertThat(known).isGreaterThanOrEqualTo(3);
                });
    }

    @Test
    void findsDjangosMigrationsDone() {
        site().context()
                .run(() ->
                        assertThat(Migrator.of(site().context(), "default").plan())
                                .extracting(step -> step.migration().name().app())
                                .doesNotContain("auth", "admin", "contenttypes", "sessions"));
    }

    @Test
    void readsAndWritesTheHistoryOfDjangosAdmin() {
        site().context()
                .run(() -> {
                    long before = LogEntries.all().count();
                    User admin = Users.get(Users.username.eq("admin"));
                    assertThat(LogEntry.by(admin).list())
                            .isNotEmpty()
                            .allMatch(entry -> admin.equals(entry.user()));

                    LogEntry entry =
                            LogEntry.write(
                                    admin,
                                    admin,
                                    LogEntry.CHANGE,
                                    List.of(Map.of("changed", Map.of("fields", List.of("Name")))));

                    assertThat(entry.changeMessage)
                            .isEqualTo("[{\"changed\":{\"fields\":[\"Name\"]}}]");
                    assertThat(LogEntry.of(admin)).contains(entry);
                    assertThat(LogEntries.all().count()).isEqualTo(before + 1);
                });
    }

    @Test
    void isKnownByTheRealDjango() throws Exception {
        assumeTrue(django(""), "no Django here");
        var client = new Client();
        site().context()
                .run(() -> {
                    client.login(Users.get(Users.username.eq("carol")));
                    User.create("made-here", "", "a long secret");
                    LogEntry.write(
                            Users.get(Users.username.eq("admin")),
                            Users.get(Users.username.eq("carol")),
                            LogEntry.CHANGE,
                            List.of(Map.of("changed", Map.of("fields", List.of("Name")))));
                });
        String session = String.valueOf(client.cookie("sessionid"));
        site().close();

        String judge =
                """
                from django.contrib.auth import authenticate, get_user_model
                from django.contrib.admin.models import LogEntry
                from django.contrib.sessions.backends.db import SessionStore
                U = get_user_model()
                made = U.objects.get(username='made-here')
                assert made.password.startswith('pbkdf2_sha256$1000000$'), made.password
                assert made.check_password('a long secret'), 'password'
                data = SessionStore('%s').load()
                carol = U.objects.get(username='carol')
                assert data['_auth_user_id'] == str(carol.pk), data
                assert data['_auth_user_hash'] == carol.get_session_auth_hash(), 'hash'
                assert data['_auth_user_backend'] == 'django.contrib.auth.backends.ModelBackend'
                entry = LogEntry.objects.filter(object_id=str(carol.pk)).first()
                assert entry.get_change_message() == 'Changed Name.', entry.get_change_message()
                assert str(entry.user) == 'admin'
                """
                        .formatted(session);
        assertThat(django(judge)).isTrue();
    }

    @Test
    void knowsWhatTheRealDjangoMade() throws Exception {
        assumeTrue(django(""), "no Django here");
        Path told = folder.resolve("session.txt");
        site().close();

        String maker =
                """
                from django.contrib.admin.models import ADDITION, LogEntry
                from django.contrib.auth import get_user_model
                from django.contrib.contenttypes.models import ContentType
                from django.contrib.sessions.backends.db import SessionStore
                U = get_user_model()
                made = U.objects.create_user('made-there', password='their own words')
                session = SessionStore()
                session['_auth_user_id'] = str(made.pk)
                session['_auth_user_backend'] = 'django.contrib.auth.backends.ModelBackend'
                session['_auth_user_hash'] = made.get_session_auth_hash()
                session.create()
                LogEntry.objects.log_action(
                    user_id=U.objects.get(username='admin').pk,
                    content_type_id=ContentType.objects.get_for_model(U).pk,
                    object_id=made.pk, object_repr=str(made), action_flag=ADDITION,
                    change_message=[{'added': {}}])
                open('%s', 'w').write(session.session_key)
                """
                        .formatted(told);
        assertThat(django(maker)).isTrue();
        site = started();

        site().context()
                .run(() -> {
                    var client = new Client();
                    client.cookie("sessionid", read(told));
                    assertThat(client.get("/whoami/").text()).isEqualTo("made-there");
                    User made = Users.get(Users.username.eq("made-there"));
                    assertThat(
                                    Auth.authenticate(
                                            null,
                                            new Credentials.Password(
                                                    "made-there", "their own words")))
                            .contains(made);
                    assertThat(LogEntry.of(made))
                            .singleElement()
                            .satisfies(entry -> {
                                assertThat(entry.actionFlag).isEqualTo(LogEntry.ADDITION);
                                assertThat(entry.objectRepr).isEqualTo("made-there");
                                assertThat(entry.changeMessage).isEqualTo("[{\"added\": {}}]");
                            });
                });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Runs a script in the real Django over the same file.
    private boolean django(String script) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return false;
        }
        String before =
                """
                import django
                from django.conf import settings
                settings.configure(SECRET_KEY='%s', USE_TZ=True, TIME_ZONE='UTC',
                    DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': '%s'}},
                    DEFAULT_HASHING_ALGORITHM='sha256', DEFAULT_AUTO_FIELD='django.db.models.AutoField',
                    INSTALLED_APPS=['django.contrib.auth', 'django.contrib.contenttypes',
                        'django.contrib.sessions', 'django.contrib.admin', 'django.contrib.messages'])
                django.setup()
                """
                        .formatted(KEY, file);
        Path program = folder.resolve("judge.py");
        Files.writeString(program, before + script, StandardCharsets.UTF_8);
        var process =
                new ProcessBuilder(PYTHON, "-W", "ignore", program.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!said.isEmpty()) {
            System.err.println(said);
        }
        return ended && process.exitValue() == 0;
    }
}
