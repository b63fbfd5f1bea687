package dev.quintet.test;

import dev.quintet.Site;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs a class's tests in a site, over a database of their own, each in a transaction that is
/// taken back.
///
/// ```java
/// @SiteTest(Records.class)
/// class AlbumPageTest {
///     @Test
///     void showsTheTracks(Client client) {
///         var album = an(Album.class).with(Albums.tracks, 12).create();
///         assertThat(client.get("catalog:album", album.slug)).hasStatus(200);
///     }
/// }
/// ```
///
/// Tests, constructors and `@BeforeEach` methods may take a {@link Client}, a {@link TestClock}, a
/// {@link dev.quintet.kernel.context.Context}, {@link dev.quintet.kernel.settings.Settings}, a
/// {@link dev.quintet.RunningSite}, a {@link dev.quintet.orm.connection.Database}; and, a test, a
/// {@link LiveServer}.
///
/// What a static `@BeforeAll` method saves is there for each test of the class and taken back after
/// the last one; the rows that it keeps in static fields are read anew before each test.
///
/// The database is a new SQLite file. The system property `quintet.test.database` names another:
/// `postgresql` and `mariadb` (found by {@link Service}), `site` (of the kind and at the place that
/// the site's settings say, its name preceded by `test_`), or a URL. `quintet.test.keepdb=true`
/// keeps it for the next run.
///
/// Mail goes into {@link Testing#outbox}, whatever the settings say, and that is empty when a test
/// begins.
///
/// `DEBUG` is off and `SECRET_KEY` is set unless {@link OverrideSettings} says otherwise.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(SiteExtension.class)
public @interface SiteTest {

    /// The site; it is made by its constructor without parameters.
    Class<? extends Site> value();
}
