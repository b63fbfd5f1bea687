package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.press.Books;
import dev.quintet.orm.press.Publisher;
import dev.quintet.orm.state.FieldType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Transforms and lookups of a site's own in queries told by names, and what is told of doubtful
/// queries.
class OwnTransformsTest {

    private TestShop press;

    @BeforeEach
    void open() {
        press = TestPress.open("sqlite");
    }

    @AfterEach
    void close() {
        press.close();
    }

    private Context site() {
        var settings = new Settings();
        settings.set(
                OrmSettings.TRANSFORMS,
                Map.of(
                        "tens",
                        value ->
                                F.unsafeFunction("round", FieldType.int32(), value.dividedBy(10))));
        settings.set(
                OrmSettings.LOOKUPS,
                Map.of(
                        "ne", (field, value) -> OwnSql.condition("? <> ?", field, value),
                        "near",
                                (field, value) ->
                                        OwnSql.condition("abs(? - ?) < 5", field, value)));
        return Context.of(settings.freeze(), Apps.of(List.of()), Clock.systemUTC())
                .with(Databases.KEY, Databases.of(List.of(press.database())));
    }

    @Test
    void standsBetweenAFieldAndALookup() {
        site().run(() -> {
            Publisher house = TestPress.givenPublisher("Acme");
            TestPress.givenBook(house, "Emma");

            assertThat(Books.all().filter("pages__tens__gte", 10).count()).isEqualTo(1);
            assertThat(Books.all().filter("pages__tens", 9).count()).isZero();
            assertThat(Books.all().filter("publisher__books__pages__tens__lt", 11).count())
                    .isEqualTo(1);
        });
    }

    @Test
    void comparesByALookupBehindAFieldOrATransform() {
        site().run(() -> {
            Publisher house = TestPress.givenPublisher("Acme");
            TestPress.givenBook(house, "Emma");

            assertThat(Books.all().filter("title__ne", "Emma").exists()).isFalse();
            assertThat(Books.all().filter("title__ne", "O'Hara").exists()).isTrue();
            assertThat(Books.all().exclude("title__ne", "Emma").exists()).isTrue();
            assertThat(Books.all().filter("title__length__ne", 4).exists()).isFalse();
            assertThat(Books.all().filter("pages__near", 104).exists()).isTrue();
            assertThat(Books.all().filter("pages__near", 105).exists()).isFalse();
            assertThat(Books.all().filter("pages__near", F.of("edition").plus(101)).exists())
                    .isTrue();
            assertThat(Books.all().filter("publisher__name__lower__ne", "acme").exists()).isFalse();
            assertThatThrownBy(() -> Books.all().filter("title__nee", "x"))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("Did you mean 'ne'?");
        });
    }

    @Test
    void isUnknownToOtherSites() {
        press.run(() -> {
            for (String name : List.of("tens", "near")) {
                assertThatThrownBy(() -> Books.all().filter("pages__" + name, 1))
                        .isInstanceOf(QueryException.class)
                        .hasMessageContaining(name);
            }
        });
    }

    @Test
    void tellsOfCountsThatMultiplyEachOther() {
        var heard = new ArrayList<String>();
        Handler listening =
                new Handler() {
                    @Override
                    public void publish(LogRecord told) {
                        heard.add(told.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger logger = Logger.getLogger("dev.quintet.orm.sql.Multiplied");
        logger.addHandler(listening);
        try {
            press.run(() -> {
                Books.all()
                        .annotate("c", Expressions.count(Books.copies).distinct())
                        .annotate("a", Expressions.count(Books.authorships).distinct())
                        .list();
                assertThat(heard).isEmpty();
                Books.all()
                        .annotate("copies_there", Expressions.count(Books.copies))
                        .annotate("authors_there", Expressions.count(Books.authorships))
                        .list();
                assertThat(heard).singleElement().asString().contains("orm.W242");
            });
        } finally {
            logger.removeHandler(listening);
        }
    }
}
