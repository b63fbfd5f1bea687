package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.orm.press.Author;
import dev.quintet.orm.press.AuthorProfile;
import dev.quintet.orm.press.Copy;
import dev.quintet.orm.press.Country;
import dev.quintet.orm.theatre.Hall;
import dev.quintet.orm.theatre.Halls;
import dev.quintet.orm.theatre.Tier;
import dev.quintet.orm.theatre.Tiers;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys of rows as text, and back.
class RowKeyTest {

    private static final List<String> KINDS = TestShop.KINDS;

    private static Object read(Class<? extends Entity> model, String text) {
        return RowKey.read(Mappings.of(model), text);
    }

    @Test
    void readsWholeNumbersAndNothingElse() {
        assertThat(read(Author.class, "42")).isEqualTo(42L);
        assertThat(read(Author.class, "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        for (String none : List.of("", " 42", "4.2", "x", "9223372036854775808", "42~1", "\0")) {
            assertThat(read(Author.class, none)).as(none).isNull();
        }
    }

    @Test
    void readsUuidsWithAndWithoutHyphens() {
        UUID key = UUID.fromString("0198c0de-0000-7000-8000-00000000beef");

        assertThat(read(Copy.class, "0198c0de-0000-7000-8000-00000000beef")).isEqualTo(key);
        assertThat(read(Copy.class, "0198C0DE00007000800000000000BEEF")).isEqualTo(key);
        assertThat(RowKey.text(key)).isEqualTo("0198c0de-0000-7000-8000-00000000beef");
        for (String none : List.of("", "1-1-1-1-1", "0198c0de", "not-a-uuid")) {
            assertThat(read(Copy.class, none)).as(none).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "a~b", "100%", "%7E", "\"'", "ü", "~", " "})
    void takesTextAsItIs(String text) {
        assertThat(read(Country.class, text)).isEqualTo(text);
        assertThat(RowKey.text((Object) text)).isEqualTo(text);
    }

    @Test
    void readsNoTextThatNoDatabaseCouldKeep() {
        assertThat(read(Country.class, "a\0b")).isNull();
        assertThat(read(Hall.class, "a\0b~1")).isNull();
    }

    @Test
    void readsTheKeyThatAKeyLeadsTo() {
        assertThat(read(AuthorProfile.class, "7")).isEqualTo(7L);
        assertThat(read(AuthorProfile.class, "seven")).isNull();
    }

    @Test
    void joinsThePartsOfAKey() {
        assertThat(RowKey.text(List.of("Opera", 2))).isEqualTo("Opera~2");
        assertThat(RowKey.text(List.of("a~b%", 2))).isEqualTo("a%7Eb%25~2");
        assertThat(read(Hall.class, "Opera~2")).isEqualTo(List.of("Opera", 2));
        assertThat(read(Tier.class, "Opera~2~9")).isEqualTo(List.of("Opera", 2, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Opera", "Opera~", "~", "Opera~two", "Opera~1~2", "a%b~1", "a%2~1"})
    void readsNoKeyWherePartsAreMissingOrWrong(String text) {
        assertThat(read(Hall.class, text)).isNull();
    }

    @Test
    void readsWhateverItHasWritten() {
        var random = new Random(7);
        String letters = "~%aE72 ü\"/_5";
        for (int i = 0; i < 2_000; i++) {
            var house = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                house.append(letters.charAt(random.nextInt(letters.length())));
            }
            List<Object> key = List.of(house.toString(), random.nextInt());

            String text = RowKey.text(key);

            assertThat(read(Hall.class, text)).isEqualTo(key);
            assertThat(RowKey.text(read(Hall.class, text))).isEqualTo(text);
        }
    }

    @Test
    void saysNothingOfWhatHasNoKeyYet() {
        assertThat(RowKey.text(new Author())).isEmpty();
        assertThat(RowKey.text(null)).isEmpty();
        assertThat(RowKey.of(new Author())).isNull();
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void findsRowsByTheirTexts(String kind) {
        try (TestShop theatre = TestShop.open(kind, List.of(Hall.class, Tier.class))) {
            theatre.run(() -> {
                Hall small = Hall.in("a~b%", 1);
                Hall big = Hall.in("a", 2);
                Hall.in("c", 3);
                Tier tier = Tier.of(big, 4);

                assertThat(RowKey.text(small)).isEqualTo("a%7Eb%25~1");
                assertThat(RowKey.find(Halls.all(), "a%7Eb%25~1")).isEqualTo(small);
                assertThat(RowKey.find(Halls.all(), "a%7Eb%25~2")).isNull();
                assertThat(RowKey.find(Halls.all(), "nonsense")).isNull();
                assertThat(
                                RowKey.among(Halls.all(), List.of("a~2", "x", "a%7Eb%25~1"))
                                        .orderBy("number")
                                        .list())
                        .containsExactly(small, big);
                assertThat(RowKey.among(Halls.all(), List.of("x")).list()).isEmpty();
                assertThat(RowKey.find(Tiers.all(), "a~2~4")).isEqualTo(tier);
                assertThat(RowKey.all(Halls.orderBy(Halls.number.asc())))
                        .containsExactly(List.of("a~b%", 1), List.of("a", 2), List.of("c", 3));
                assertThat(RowKey.all(Tiers.all())).containsExactly(List.of("a", 2, 4));
            });
        }
    }
}
