package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.IntegrityException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Arrays, ranges, texts under names and exclusions, which PostgreSQL alone has.
class PostgresqlTypesTest {

    static class Booking extends Model {

        int room;
        Range<LocalDate> stay = Range.none();
        Range<Instant> used = Range.none();
        Range<BigDecimal> price = Range.none();

        @Field(blank = true)
        List<String> guests = List.of();

        @Field(blank = true)
        List<Integer> beds = List.of();

        @Field(blank = true)
        Map<String, String> wishes = Map.of();

        @Field(blank = true)
        String note = "";

        @Constraints
        static List<Constraint<Booking>> constraints() {
            return List.of(
                    Constraint.<Booking>exclusion("booking_overlap")
                            .against(Bookings.room, "=")
                            .against(Bookings.stay, "&&")
                            .violation("This room is taken.", "taken"));
        }
    }

    private TestShop hotel;

    @BeforeEach
    void open() {
        // Extensions are a whole database's, so that these tests have one of their own.
        String url = TestServer.postgresqlWith("btree_gist", "hstore", "pg_trgm");
        hotel = TestShop.openAt(url, List.of(Booking.class));
    }

    @AfterEach
    void close() {
        hotel.close();
    }

    private static Booking booking(int room, int from, int to) {
        var booking = new Booking();
        booking.room = room;
        booking.stay = Range.of(LocalDate.of(2026, 1, from), LocalDate.of(2026, 1, to));
        return booking;
    }

    @Test
    void keepsListsAndRanges() {
        hotel.run(() -> {
            Booking booking = booking(1, 1, 5);
            booking.guests = List.of("Ada", "Bob \"B\", Esq.");
            booking.beds = List.of(1, 2);
            booking.price = Range.closed(new BigDecimal("1.50"), new BigDecimal("2"));
            booking.used = Range.of(Instant.parse("2026-01-01T10:00:00Z"), (Instant) null);
            booking.save();

            Booking found = Bookings.get();

            assertThat(found.guests).containsExactly("Ada", "Bob \"B\", Esq.");
            assertThat(found.beds).containsExactly(1, 2);
            assertThat(found.stay).isEqualTo(booking.stay);
            assertThat(found.stay.contains(LocalDate.of(2026, 1, 4))).isTrue();
            assertThat(found.stay.contains(LocalDate.of(2026, 1, 5))).isFalse();
            assertThat(found.used).isEqualTo(booking.used);
            assertThat(found.price.upper()).isEqualByComparingTo("2");
            assertThat(hotel.statementsOf(found::save)).isEmpty();
            found.guests.add("Eve");
            found.save();
            assertThat(Bookings.get().guests).hasSize(3);
        });
    }

    @Test
    void refusesBookingsThatOverlap() {
        hotel.run(() -> {
            booking(1, 1, 5).save();
            booking(1, 5, 7).fullClean();
            booking(2, 1, 5).fullClean();
            Booking late = booking(1, 4, 9);

            assertThatThrownBy(late::fullClean)
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("This room is taken.");
            assertThatThrownBy(late::save).isInstanceOf(IntegrityException.class);
        });
    }

    @Test
    void findsArraysByWhatTheyHold() {
        hotel.run(() -> {
            Booking two = booking(1, 1, 2);
            two.guests = List.of("Ada", "Bob");
            two.beds = List.of(3, 4, 5);
            two.save();
            Booking one = booking(2, 1, 2);
            one.guests = List.of("Eve");
            one.save();
            var guests = ArrayExpression.array(Bookings.guests);
            var beds = ArrayExpression.array(Bookings.beds);

            assertThat(Bookings.filter(guests.contains(List.of("Bob"))).list())
                    .containsExactly(two);
            assertThat(Bookings.filter(guests.containedBy(List.of("Eve", "Zoe"))).list())
                    .containsExactly(one);
            assertThat(Bookings.filter(guests.overlaps(List.of("Eve", "Ada"))).count())
                    .isEqualTo(2);
            assertThat(Bookings.filter(guests.length().gt(1)).list()).containsExactly(two);
            assertThat(Bookings.filter(guests.at(0).eq("Eve")).list()).containsExactly(one);
            assertThat(Bookings.filter(beds.at(2).eq(5)).list()).containsExactly(two);
            assertThat(Bookings.filter(beds.slice(0, 2).eq(List.of(3, 4))).list())
                    .containsExactly(two);
            assertThat(Bookings.all().filter("guests__contains", List.of("Eve")).list())
                    .containsExactly(one);
            assertThat(Bookings.all().filter("guests__overlap", List.of("Ada")).list())
                    .containsExactly(two);
            assertThat(Bookings.all().filter("guests__contained_by", List.of("Eve")).list())
                    .containsExactly(one);
            assertThat(Bookings.all().filter("guests__len", 2).list()).containsExactly(two);
            assertThat(Bookings.all().filter("guests__0__istartswith", "ev").list())
                    .containsExactly(one);
            assertThat(Bookings.all().filter("beds__0", 3).list()).containsExactly(two);
            assertThat(Bookings.all().filter("beds__0_2", List.of(3, 4)).list())
                    .containsExactly(two);
        });
    }

    @Test
    void findsRangesByWhereTheyLie() {
        hotel.run(() -> {
            Booking early = booking(1, 1, 5);
            early.price = Range.closed(BigDecimal.ONE, BigDecimal.TEN);
            early.save();
            Booking late = booking(1, 5, 9);
            late.used = Range.of(Instant.parse("2026-01-05T10:00:00Z"), (Instant) null);
            late.save();
            var stay = RangeExpression.range(Bookings.stay);
            LocalDate third = LocalDate.of(2026, 1, 3);
            LocalDate fifth = LocalDate.of(2026, 1, 5);
            Range<LocalDate> middle = Range.of(third, LocalDate.of(2026, 1, 7));

            assertThat(Bookings.filter(stay.contains(third)).list()).containsExactly(early);
            assertThat(Bookings.filter(stay.contains(Range.of(third, fifth))).list())
                    .containsExactly(early);
            assertThat(Bookings.filter(stay.overlaps(middle)).count()).isEqualTo(2);
            assertThat(Bookings.filter(stay.containedBy(middle)).count()).isZero();
            assertThat(Bookings.filter(stay.adjacentTo(early.stay)).list()).containsExactly(late);
            assertThat(Bookings.filter(stay.fullyLt(late.stay)).list()).containsExactly(early);
            assertThat(Bookings.filter(stay.fullyGt(early.stay)).list()).containsExactly(late);
            assertThat(Bookings.filter(stay.notLt(middle)).list()).containsExactly(late);
            assertThat(Bookings.filter(stay.notGt(middle)).list()).containsExactly(early);
            assertThat(Bookings.filter(stay.lower().eq(fifth)).list()).containsExactly(late);
            assertThat(Bookings.filter(stay.upper().eq(fifth)).list()).containsExactly(early);
            assertThat(Bookings.filter(stay.isEmpty()).count()).isZero();
            assertThat(Bookings.filter(stay.withLower()).count()).isEqualTo(2);
            assertThat(Bookings.filter(stay.withUpper()).count()).isZero();
            var used = RangeExpression.range(Bookings.used);
            assertThat(Bookings.filter(used.withoutUpper()).list()).containsExactly(late);
            assertThat(Bookings.filter(used.withoutLower()).count()).isZero();
            assertThat(Bookings.all().filter("stay__contains", third).list())
                    .containsExactly(early);
            assertThat(Bookings.all().filter("stay__startswith", fifth).list())
                    .containsExactly(late);
            assertThat(Bookings.all().filter("stay__startswith__day__gte", 5).list())
                    .containsExactly(late);
            assertThat(Bookings.all().filter("stay__endswith__lt", third.plusDays(3)).list())
                    .containsExactly(early);
            assertThat(Bookings.all().filter("stay__adjacent_to", early.stay).list())
                    .containsExactly(late);
            assertThat(Bookings.all().filter("price__isempty", false).list())
                    .containsExactly(early);
        });
    }

    @Test
    void keepsTextsUnderNames() {
        hotel.run(() -> {
            Booking booking = booking(1, 1, 2);
            booking.wishes = Map.of("view", "the \"sea\"", "pillow", "soft, =>");
            booking.save();
            booking(2, 1, 2).save();

            Booking found = Bookings.get(Bookings.room.eq(1));

            assertThat(found.wishes).isEqualTo(booking.wishes);
            assertThat(hotel.statementsOf(found::save)).isEmpty();
            assertThat(Bookings.all().filter("wishes__has_key", "view").list())
                    .containsExactly(booking);
            assertThat(Bookings.all().filter("wishes__has_key", "bath").exists()).isFalse();
            assertThat(
                            Bookings.all()
                                    .filter("wishes__contains", Map.of("pillow", "soft, =>"))
                                    .list())
                    .containsExactly(booking);
            assertThat(Bookings.all().filter("wishes__contains", Map.of("pillow", "hard")).exists())
                    .isFalse();
            found.wishes.put("bath", "warm");
            found.save();
            assertThat(Bookings.all().filter("wishes__has_key", "bath").count()).isEqualTo(1);
        });
    }

    @Test
    void findsTextsThatAreAlike() {
        hotel.run(() -> {
            for (String note : List.of("breakfast", "brekfast", "dinner")) {
                Booking booking = booking((int) Bookings.all().count(), 1, 2);
                booking.note = note;
                booking.save();
            }
            var alike = Search.similarity(Bookings.note, "breakfast");

            assertThat(
                            Bookings.filter(Search.similar(Bookings.note, "breakfast"))
                                    .orderBy(alike.desc())
                                    .select(Bookings.note)
                                    .list())
                    .containsExactly("breakfast", "brekfast");
            assertThat(Bookings.filter(Bookings.note.eq("dinner")).select(alike).get())
                    .isLessThan(0.1);
        });
    }

    @Test
    void writesThemInBulk() {
        hotel.run(() -> {
            Bookings.all().bulkCreate(List.of(booking(1, 1, 2), booking(1, 2, 3)));

            assertThat(Bookings.all().count()).isEqualTo(2);
            assertThat(Map.of(1, Bookings.all().list().get(1).stay.lower()))
                    .containsEntry(1, LocalDate.of(2026, 1, 2));
        });
    }
}
