package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.error.QuintetException;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.Statements;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Texts that a visitor could send, given to everything in the ORM that takes a text.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class InjectionTest {

    private static final List<String> HOSTILE =
            List.of(
                    "name\"; DROP TABLE shop_track; --",
                    "name`; DROP TABLE shop_track; --",
                    "name'; DROP TABLE shop_track; --",
                    "name) OR (1=1",
                    "name\" OR \"1\"=\"1",
                    "1) UNION SELECT 1, 'x' --",
                    "name /* comment",
                    "name*/ x",
                    "name\u0000",
                    "name\nDROP TABLE shop_track",
                    "name?",
                    "name\\",
                    "\\'; DROP TABLE shop_track; --",
                    "$1",
                    "{fn now()}",
                    "",
                    " ",
                    "__",
                    "name__",
                    "__name",
                    "name__exact__exact",
                    "-",
                    "--name",
                    "?");

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind);
        shop.run(() -> {
            for (String name : List.of("Django", "Grappelli")) {
                givenArtist(name);
            }
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static void givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
    }

    /// Everything that takes the name of something.
    private static Map<String, Consumer<String>> names() {
        Map<String, Consumer<String>> all = new LinkedHashMap<>();
        all.put("filter", name -> Artists.all().filter(name, "x").list());
        all.put("exclude", name -> Artists.all().exclude(name, "x").list());
        all.put("Q.of", name -> Artists.filter(Q.of(name, 1).not()).list());
        all.put("orderBy", name -> Artists.all().orderBy(name).list());
        all.put("distinct", name -> Artists.all().orderBy(name).distinct(name).list());
        all.put("selectRelated", name -> Artists.all().selectRelated(name).list());
        all.put("prefetchRelated", name -> Artists.all().prefetchRelated(name).list());
        all.put("only", name -> Artists.all().only(name).list());
        all.put("defer", name -> Artists.all().defer(name).list());
        all.put("values", name -> Artists.all().values(name).list());
        all.put("valuesList", name -> Artists.all().valuesList(name).list());
        all.put("valuesFlat", name -> Artists.all().valuesFlat(name).list());
        all.put("dates", name -> Artists.all().dates(name, "year").list());
        all.put("dates' unit", name -> Artists.all().dates("albums__released", name).list());
        all.put("datetimes", name -> Artists.all().datetimes(name, "year").list());
        all.put("earliest", name -> Artists.all().earliest(name));
        all.put("latest", name -> Artists.all().latest(name));
        all.put("F.of", name -> Artists.all().annotate("a", F.of(name)).list());
        all.put("F.outer", name -> Artists.all().annotate("a", F.outer(name)).list());
        all.put("F.call", name -> Artists.all().annotate("a", F.call(name, F.of("name"))).list());
        all.put(
                "F.aggregate",
                name -> Artists.all().annotate("a", F.aggregate(name, F.of("id"))).list());
        all.put(
                "F.extract",
                name ->
                        Artists.all()
                                .annotate("a", F.extract(name, F.of("albums__released"), null))
                                .list());
        all.put(
                "compare",
                name -> Artists.all().annotate("a", F.of("name").compare(name, "x")).list());
        all.put("annotate", name -> Artists.all().annotate(name, F.of("name")).list());
        all.put("alias", name -> Artists.all().alias(name, F.of("name")).orderBy(name).list());
        all.put("using", name -> Artists.all().using(name).list());
        all.put(
                "annotate, then values",
                name -> Artists.all().annotate(name, F.of("name")).values(name).list());
        all.put("advisory lock", name -> Transaction.atomic(() -> AdvisoryLock.tryTake(name)));
        all.put(
                "tag of a comment",
                name -> Statements.tagged(name, name, () -> Artists.all().list()));
        return all;
    }

    @Test
    void noNameOfAnythingReachesTheDatabaseAsItCame() {
        List<String> broken = new ArrayList<>();
        shop.run(() ->
                names().forEach((what, use) -> {
                    for (String hostile : HOSTILE) {
                        try {
                            use.accept(hostile);
                        } catch (DatabaseException said) {
                            // No alias of a database is one of these; all else got into the SQL.
                            if (!said.problem().code().equals("orm.E036")) {
                                broken.add(what + " <" + hostile + "> " + said.getMessage());
                            }
                        } catch (QuintetException | IllegalArgumentException refused) {
                            // as it should be
                        }
                    }
                }));

        assertThat(broken).isEmpty();
        shop.run(() -> {
            assertThat(Artists.all().count()).isEqualTo(2);
            shop.database().execute(List.of("SELECT count(*) FROM shop_track"));
        });
    }

    @Test
    void findsTextsByWhatTheyAreAndByNothingElse() {
        List<String> texts = HOSTILE.stream().filter(text -> text.indexOf('\u0000') < 0).toList();
        shop.run(() -> {
            Artists.all().delete();
            Transaction.atomic(() -> texts.forEach(InjectionTest::givenArtist));
            for (String text : texts) {
                if (text.isBlank()) {
                    continue; // MariaDB's usual collation pads with spaces
                }
                assertThat(found("name", text)).as("= <%s>", text).containsExactly(text);
                assertThat(found("name__in", List.of(text))).containsExactly(text);
                assertThat(found("name__contains", text))
                        .as("contains <%s>", text)
                        .containsExactlyInAnyOrderElementsOf(
                                texts.stream().filter(one -> one.contains(text)).toList());
                assertThat(found("name__istartswith", text))
                        .as("istartswith <%s>", text)
                        .containsExactlyInAnyOrderElementsOf(
                                texts.stream().filter(one -> one.startsWith(text)).toList());
            }
        });
    }

    private static List<String> found(String lookup, Object value) {
        List<String> names = new ArrayList<>();
        Artists.all().filter(lookup, value).forEach(artist -> names.add(artist.name));
        return names;
    }
}
