package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.theatre.Chair;
import dev.quintet.orm.theatre.Chairs;
import dev.quintet.orm.theatre.Hall;
import dev.quintet.orm.theatre.Halls;
import dev.quintet.orm.theatre.Lamp;
import dev.quintet.orm.theatre.Lamps;
import dev.quintet.orm.theatre.Stage;
import dev.quintet.orm.theatre.Ticket;
import dev.quintet.orm.theatre.Tickets;
import dev.quintet.orm.theatre.Tier;
import dev.quintet.orm.theatre.Tiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Relations to models whose key has several fields: each part has a column of its own.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class CompositeRelationsTest {

    @Parameter String kind;

    private TestShop theatre;

    @BeforeEach
    void open() {
        theatre =
                TestShop.open(
                        kind,
                        List.of(
                                Hall.class,
                                Chair.class,
                                Lamp.class,
                                Stage.class,
                                Tier.class,
                                Ticket.class));
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private static Lamp lamp(Hall hall, int watts) {
        var lamp = new Lamp();
        if (hall != null) {
            lamp.hall.set(hall);
        }
        lamp.watts = watts;
        lamp.save();
        return lamp;
    }

    private static Ticket ticket(Tier tier, int price) {
        var ticket = new Ticket();
        ticket.tier.set(tier);
        ticket.price = price;
        ticket.save();
        return ticket;
    }

    @Test
    void makesTheRowOfAKeyThatNobodyHas() {
        theatre.run(() -> {
            var made = Halls.all().getOrCreate(Map.of("pk", List.of("Opera", 2)), Map.of());
            var found = Halls.all().getOrCreate(Map.of("pk", List.of("Opera", 2)), Map.of());

            assertThat(made.created()).isTrue();
            assertThat(made.object().house).isEqualTo("Opera");
            assertThat(made.object().number).isEqualTo(2);
            assertThat(found.created()).isFalse();
            assertThat(found.object()).isEqualTo(made.object());
        });
    }

    @Test
    void standsInTheOrderOfAFieldAndThenOfAllPartsOfTheKey() {
        theatre.run(() -> {
            Hall first = Hall.in("Ballet", 2);
            Hall second = Hall.in("Opera", 1);
            Hall third = Hall.in("Opera", 2);
            QuerySet<Hall> halls = Halls.all();

            assertThat(halls.nextBy(Halls.house, first)).contains(second);
            assertThat(halls.nextBy(Halls.house, second)).contains(third);
            assertThat(halls.previousBy(Halls.house, third)).contains(second);
            assertThat(halls.nextBy(Halls.number, second)).contains(first);
            assertThat(halls.nextBy(Halls.number, third)).isEqualTo(Optional.empty());
        });
    }

    @Test
    void keepsEachPartOfTheKeyInAColumn() {
        theatre.run(() -> {
            Hall hall = Hall.in("Opera", 2);
            Chair chair = Chair.at(hall, 7);

            List<Map<String, Object>> rows =
                    Chairs.all().values("hall__house", "hall__number", "place").list();

            assertThat(rows)
                    .containsExactly(Map.of("hall__house", "Opera", "hall__number", 2, "place", 7));
            Chair found = Chairs.get(Chairs.id.eq(chair.id));
            assertThat(found.hall.key()).isEqualTo(List.of("Opera", 2));
            assertThat(found.hall.get()).isEqualTo(hall);
            assertThat(found.hall.get().name).isEqualTo("Opera 2");
        });
    }

    @Test
    void findsFaultWithASecondRowOfTheWholeKeyAlone() {
        theatre.run(() -> {
            Hall hall = Hall.in("Opera", 1);
            Tier.of(hall, 1);
            var other = new Tier();
            other.hall.set(hall);
            other.number = 2;
            var same = new Tier();
            same.hall.set(hall);
            same.number = 1;

            other.fullClean();
            assertThatThrownBy(same::fullClean)
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            wrong ->
                                    assertThat(wrong.errors().get(Errors.ALL))
                                            .extracting(ValidationError::text)
                                            .containsExactly(
                                                    "Tier with this Hall and Number already"
                                                            + " exists."));
        });
    }

    @Test
    void comparesWholeKeysWithoutAJoin() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);
            Hall other = Hall.in("Globe", 2);
            Chair first = Chair.at(small, 1);
            Chair second = Chair.at(big, 2);
            Chair third = Chair.at(other, 3);

            List<String> sent =
                    theatre.statementsOf(() -> {
                        assertThat(Chairs.filter(Chairs.hall.eq(big)).list())
                                .containsExactly(second);
                        assertThat(Chairs.filter(Chairs.hall.in(List.of(small, other))).list())
                                .containsExactlyInAnyOrder(first, third);
                        assertThat(Chairs.exclude(Chairs.hall.eq(big)).list())
                                .containsExactlyInAnyOrder(first, third);
                        assertThat(Chairs.filter(Chairs.hall.in(List.of())).list()).isEmpty();
                        assertThat(Chairs.filter(Chairs.hall.house.eq("Opera")).list())
                                .containsExactlyInAnyOrder(first, second);
                    });

            assertThat(sent).hasSize(4).noneMatch(sql -> sql.contains("JOIN"));
        });
    }

    @Test
    void comparesByNames() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);
            Chair first = Chair.at(small, 1);
            Chair second = Chair.at(big, 2);

            assertThat(Chairs.all().filter("hall", big).list()).containsExactly(second);
            assertThat(Chairs.all().filter("hall", List.of("Opera", 1)).list())
                    .containsExactly(first);
            assertThat(Chairs.all().filter("hall_id", List.of("Opera", 1)).list())
                    .containsExactly(first);
            assertThat(Chairs.all().filter("hall__in", List.of(small, big)).list())
                    .containsExactlyInAnyOrder(first, second);
            assertThat(Chairs.all().filter("hall__number", 2).list()).containsExactly(second);
            assertThat(Chairs.all().filter("hall__name", "Opera 2").list()).containsExactly(second);
            assertThat(Halls.all().filter("pk", List.of("Opera", 2)).list()).containsExactly(big);
            assertThat(Halls.all().filter("chairs__place", 1).list()).containsExactly(small);
            assertThat(Chairs.all().orderBy("-hall").list()).containsExactly(second, first);
            assertThat(Halls.all().orderBy("pk").list()).containsExactly(small, big);
        });
    }

    @Test
    void refusesWhatIsNoSingleValue() {
        theatre.run(() -> {
            Chair.at(Hall.in("Opera", 1), 1);

            assertThatThrownBy(() -> Chairs.all().values("hall").list())
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("orm.E260")
                    .hasMessageContaining("hallHouse, hallNumber");
            assertThatThrownBy(() -> Chairs.all().filter("hall__gt", List.of("Opera", 1)).list())
                    .hasMessageContaining("orm.E261");
            assertThatThrownBy(() -> Chairs.all().filter("hall", "Opera").list())
                    .hasMessageContaining("orm.E262");
        });
    }

    @Test
    void leadsNowhereWhenAllItsColumnsAreNull() {
        theatre.run(() -> {
            Hall hall = Hall.in("Opera", 1);
            Lamp hanging = lamp(hall, 60);
            Lamp loose = lamp(null, 40);

            assertThat(Lamps.filter(Lamps.hall.isNull()).list()).containsExactly(loose);
            assertThat(Lamps.filter(Lamps.hall.isNotNull()).list()).containsExactly(hanging);
            // What is unknown is not the hall: Django keeps it when others are excluded.
            assertThat(Lamps.exclude(Lamps.hall.eq(hall)).list()).containsExactly(loose);
            assertThat(Lamps.get(Lamps.watts.eq(40)).hall.get()).isNull();
            hanging.hall.set(null);
            hanging.save();
            assertThat(Lamps.filter(Lamps.hall.isNull()).count()).isEqualTo(2);
        });
    }

    @Test
    void joinsByAllColumns() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall other = Hall.in("Globe", 1);
            Chair chair = Chair.at(small, 1);
            Chair.at(other, 1);

            List<String> sent =
                    theatre.statementsOf(() ->
                            assertThat(Chairs.filter(Chairs.hall.name.eq("Opera 1")).list())
                                    .containsExactly(chair));

            assertThat(sent).singleElement().asString().containsPattern("ON .* AND .*number");
            assertThat(Halls.filter(Halls.chairs.id.eq(chair.id)).list()).containsExactly(small);
            assertThat(Halls.filter(Halls.chairs.isNull()).list()).isEmpty();
        });
    }

    @Test
    void loadsRelationsOfAllRowsAtOnce() {
        theatre.run(() -> {
            for (int hall = 1; hall <= 5; hall++) {
                Hall made = Hall.in("Opera", hall);
                Chair.at(made, 1);
                Chair.at(made, 2);
            }

            List<String> touched =
                    theatre.statementsOf(() ->
                            Chairs.all().list().forEach(chair -> chair.hall.get().name.length()));
            List<String> joined =
                    theatre.statementsOf(() ->
                            Chairs.selectRelated(Chairs.hall)
                                    .forEach(chair -> chair.hall.get().name.length()));
            List<String> back =
                    theatre.statementsOf(() ->
                            Halls.all()
                                    .list()
                                    .forEach(hall -> assertThat(hall.chairs.list()).hasSize(2)));
            List<String> part =
                    theatre.statementsOf(() ->
                            Halls.all()
                                    .prefetchRelated(
                                            Prefetch.of(Halls.chairs)
                                                    .queryset(
                                                            Chairs.orderBy(Chairs.place.desc())
                                                                    .limit(1)))
                                    .list()
                                    .forEach(hall ->
                                            assertThat(hall.chairs.list())
                                                    .singleElement()
                                                    .satisfies(chair ->
                                                            assertThat(chair.place).isEqualTo(2))));

            assertThat(touched).hasSize(2);
            assertThat(joined).hasSize(1);
            assertThat(back).hasSize(2);
            assertThat(part).hasSize(2);
        });
    }

    @Test
    void keepsAOneToOneRelationApart() {
        theatre.run(() -> {
            Hall hall = Hall.in("Opera", 1);
            var stage = new Stage();
            stage.hall.set(hall);
            stage.width = 12;
            stage.save();
            var second = new Stage();
            second.hall.set(hall);

            assertThat(Halls.get(Halls.number.eq(1)).stage.get()).isEqualTo(stage);
            assertThatThrownBy(second::save).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(second::fullClean).isInstanceOf(InvalidException.class);
        });
    }

    @Test
    void changesTheRowsThatLeadToOne() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);
            Lamp lamp = lamp(small, 60);
            Chair chair = small.chairs.create(one -> one.place = 4);

            big.lamps.add(lamp);
            big.chairs.set(List.of(chair));

            assertThat(lamp.hall.key()).isEqualTo(List.of("Opera", 2));
            assertThat(Lamps.filter(Lamps.hall.eq(big)).count()).isEqualTo(1);
            assertThat(Chairs.filter(Chairs.hall.eq(big)).list()).containsExactly(chair);
            big.lamps.remove(lamp);
            assertThat(Lamps.filter(Lamps.hall.isNull()).count()).isEqualTo(1);
            assertThatThrownBy(() -> big.chairs.remove(chair)).hasMessageContaining("orm.E159");
        });
    }

    @Test
    void updatesManyRowsAtOnce() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);
            List<Lamp> lamps = new ArrayList<>();
            for (int watts = 1; watts <= 3; watts++) {
                var lamp = new Lamp();
                lamp.hall.set(small);
                lamp.watts = watts;
                lamps.add(lamp);
            }
            Lamps.all().bulkCreate(lamps);

            assertThat(Lamps.filter(Lamps.watts.gt(1)).update(Lamps.hall.set(big))).isEqualTo(2);
            assertThat(Lamps.filter(Lamps.hall.eq(big)).count()).isEqualTo(2);
            assertThat(Lamps.filter(Lamps.hall.name.eq("Opera 2")).update(Map.of("hall", small)))
                    .isEqualTo(2);
            assertThat(Lamps.filter(Lamps.hall.eq(small)).update(Lamps.hall.setNull()))
                    .isEqualTo(3);
            lamps.forEach(lamp -> lamp.hall.set(big));
            assertThat(Lamps.all().bulkUpdate(lamps, Lamps.hall)).isEqualTo(3);
            assertThat(Lamps.filter(Lamps.hall.eq(big)).count()).isEqualTo(3);
        });
    }

    @Test
    void savesOnlyTheColumnsThatChanged() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);
            Chair chair = Chair.at(small, 1);

            List<String> sent =
                    theatre.statementsOf(() -> {
                        chair.hall.set(big);
                        chair.save();
                    });

            assertThat(sent)
                    .singleElement()
                    .asString()
                    .contains("hall_number")
                    .doesNotContain("hall_house")
                    .doesNotContain("place");
            chair.refresh();
            assertThat(chair.hall.get()).isEqualTo(big);
            assertThat(theatre.statementsOf(chair::save)).isEmpty();
        });
    }

    @Test
    void deletesWhatFollows() {
        theatre.run(() -> {
            Hall hall = Hall.in("Opera", 1);
            Hall other = Hall.in("Opera", 2);
            Chair.at(hall, 1);
            Chair.at(other, 2);
            Lamp lamp = lamp(hall, 60);
            Tier tier = Tier.of(hall, 3);

            DeletedRows deleted = hall.delete();

            assertThat(deleted.byModel())
                    .containsOnly(
                            Map.entry("theatre.Hall", 1L),
                            Map.entry("theatre.Chair", 1L),
                            Map.entry("theatre.Tier", 1L));
            lamp.refresh();
            assertThat(lamp.hall.get()).isNull();
            assertThat(Tiers.filter(Tiers.number.eq(tier.number)).exists()).isFalse();
            assertThat(Chairs.all().count()).isEqualTo(1);
        });
    }

    @Test
    void leadsByKeysThatAreRelationsThemselves() {
        theatre.run(() -> {
            Hall hall = Hall.in("Opera", 1);
            Tier first = Tier.of(hall, 1);
            Tier second = Tier.of(hall, 2);
            Ticket ticket = ticket(second, 30);

            assertThat(Tickets.get(Tickets.tier.eq(second))).isEqualTo(ticket);
            assertThat(Tickets.filter(Tickets.tier.eq(first)).exists()).isFalse();
            assertThat(ticket.tier.key()).isEqualTo(List.of("Opera", 1, 2));
            List<String> sent =
                    theatre.statementsOf(() ->
                            assertThat(Tickets.filter(Tickets.tier.hall().eq(hall)).list())
                                    .containsExactly(ticket));
            assertThat(sent).singleElement().asString().doesNotContain("JOIN");
            assertThat(Tickets.filter(Tickets.tier.hall().name.eq("Opera 1")).list())
                    .containsExactly(ticket);
            assertThat(Tickets.selectRelated(Tickets.tier.hall()).get().tier.get().hall.get().name)
                    .isEqualTo("Opera 1");
            assertThatThrownBy(second::delete).isInstanceOf(ProtectedException.class);
            assertThatThrownBy(hall::delete).isInstanceOf(ProtectedException.class);
        });
    }

    @Test
    void asksByQueriesInside() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);
            Chair first = Chair.at(small, 1);
            Chair.at(big, 2);
            lamp(big, 60);

            assertThat(Chairs.filter(Chairs.hall.in(Halls.filter(Halls.number.eq(1)))).list())
                    .containsExactly(first);
            assertThat(Chairs.exclude(Chairs.hall.in(Halls.filter(Halls.number.eq(2)))).list())
                    .containsExactly(first);
            assertThat(Halls.exclude(Halls.lamps.watts.eq(60)).list()).containsExactly(small);
            assertThat(Halls.exclude(Halls.chairs.eq(first)).list()).containsExactly(big);
            assertThat(
                            Halls.all()
                                    .filter(
                                            Q.of(
                                                    F.exists(
                                                            Chairs.all()
                                                                    .filter(
                                                                            "hall",
                                                                            F.outer("pk")))))
                                    .count())
                    .isEqualTo(2);
        });
    }

    @Test
    void countsWhatLeadsToEach() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);
            Chair.at(small, 1);
            Chair.at(small, 2);
            Tier.of(big, 1);

            var counts =
                    Halls.all()
                            .annotate("chairs_there", Expressions.count(Halls.chairs))
                            .annotate("tiers_there", Expressions.count(Halls.tiers))
                            .orderBy("number")
                            .list();

            assertThat(counts.getFirst().annotation("chairs_there")).isEqualTo(2L);
            assertThat(counts.getFirst().annotation("tiers_there")).isEqualTo(0L);
            assertThat(counts.getLast().annotation("tiers_there")).isEqualTo(1L);
        });
    }

    @Test
    void checksThatItLeadsSomewhere() {
        theatre.run(() -> {
            var chair = new Chair();
            assertThatThrownBy(chair::fullClean)
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            wrong -> assertThat(wrong.errors().keySet()).containsExactly("hall"));
            chair.hall.setKey(List.of("Nowhere", 9));
            assertThatThrownBy(chair::fullClean).hasMessageContaining("hall");
            assertThatThrownBy(chair::save).isInstanceOf(IntegrityException.class);
            chair.hall.set(Hall.in("Opera", 1));
            chair.fullClean();
        });
    }

    @Test
    void findsRowsByTheirWholeKey() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);

            assertThat(Halls.all().inBulk(List.of(List.of("Opera", 2))))
                    .containsExactly(Map.entry(List.of("Opera", 2), big));
            assertThat(Halls.all().first()).contains(small);
            assertThat(Halls.all().last()).contains(big);
            assertThat(Halls.all().contains(big)).isTrue();
            Hall part = Halls.all().only("name").get(Halls.number.eq(2));
            assertThat(part.name).isEqualTo("Opera 2");
            Chair.at(big, 1);
            Chair bare = Chairs.all().only("hall").get();
            assertThat(bare.hall.key()).isEqualTo(List.of("Opera", 2));
        });
    }

    @Test
    void makesWhatIsNotThereYet() {
        theatre.run(() -> {
            Hall hall = Hall.in("Opera", 1);

            var made =
                    Chairs.all().getOrCreate(_ -> {}, Chairs.hall.set(hall), Chairs.place.set(3));
            var found =
                    Chairs.all().getOrCreate(_ -> {}, Chairs.hall.set(hall), Chairs.place.set(3));
            var named = Chairs.all().getOrCreate(Map.of("hall", hall, "place", 3), Map.of());

            assertThat(made.created()).isTrue();
            assertThat(found.created()).isFalse();
            assertThat(named.created()).isFalse();
            assertThat(found.object().hall.get()).isEqualTo(hall);
            assertThat(hall.chairs.list()).hasSize(1);
            assertThat(Objects.requireNonNull(Chairs.all().get().hall.key()))
                    .isEqualTo(List.of("Opera", 1));
            assertThat(Set.copyOf(Chairs.all().list())).hasSize(1);
        });
    }
}
