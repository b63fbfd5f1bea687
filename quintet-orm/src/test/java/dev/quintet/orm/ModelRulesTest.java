package dev.quintet.orm;

import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.DB_CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quintet.orm.TimeExpression.Unit;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.sql.Diagnosis;
import dev.quintet.orm.tree.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// What a model says of its fields holds in Java, in checks and in the database alike.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class ModelRulesTest {

    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

    /// Known by a UUID.
    static class Ward extends Entity {

        @Id public UUID id = UUID.randomUUID();

        public int floor;

        public final Related<Bed> beds = related();
        public final Related<Guest> guests = related();
    }

    static class Bed extends Model {
        public final ForeignKey<Ward> ward = foreignKey(DB_CASCADE);
        public int number;
    }

    /// Known by what people call it.
    static class Tariff extends Entity {

        @Id
        @Field(maxLength = 10)
        public String code;

        public int price;
    }

    @Meta(defaultManager = "present")
    static class Guest extends Model {

        @Field(maxLength = 10, unique = true)
        public String name;

        @Field(format = TextFormat.EMAIL, blank = true)
        public String email = "";

        @Field(format = TextFormat.URL, blank = true)
        public String page = "";

        @Field(blank = true)
        public Slug slug = new Slug("guest");

        @Field(positive = true)
        public short stars;

        @Field(blank = true)
        public String note = "";

        public @Nullable Integer age;

        @Field(blank = true)
        public @Nullable Integer room;

        public boolean gone;

        public Instant arrived = Instant.EPOCH;

        @Field(blank = true)
        public final ForeignKey<@Nullable Ward> ward = foreignKey(CASCADE);

        @Field(blank = true)
        public final ForeignKey<@Nullable Tariff> tariff = foreignKey(CASCADE);

        @Scope
        static QuerySet<Guest> present(QuerySet<Guest> guests) {
            return guests.filter(Guests.gone.eq(false));
        }

        @Constraints
        static List<Constraint<Guest>> constraints() {
            return List.of(
                    Constraint.<Guest>unique(
                                    "guest_email_ci",
                                    new TextExpression<>(
                                            new Node.Call("lower", List.of(Guests.email.node()))))
                            .where(Guests.email.gt("")));
        }

        @Indexes
        static List<TableIndex<Guest>> indexes() {
            return List.of(
                    TableIndex.<Guest>of("guest_dear", Guests.name).where(Guests.stars.gt(4)));
        }
    }

    @Parameter String kind;

    private TestShop hospital;

    @BeforeEach
    void open() {
        hospital = TestShop.open(kind, List.of(Ward.class, Bed.class, Tariff.class, Guest.class));
    }

    @AfterEach
    void close() {
        hospital.close();
    }

    private static Guest guest(String name) {
        var guest = new Guest();
        guest.name = name;
        guest.age = 30;
        return guest;
    }

    private static Guest saved(String name) {
        Guest guest = guest(name);
        guest.save();
        return guest;
    }

    private static java.util.Set<String> wrongFields(Guest guest) {
        Throwable thrown = catchThrowable(guest::fullClean);
        return thrown instanceof InvalidException wrong
                ? wrong.errors().keySet()
                : java.util.Set.of();
    }

    @Test
    void leadsToRowsByKeysThatAreUuidsOrWords() {
        hospital.run(() -> {
            var ward = new Ward();
            ward.floor = 2;
            ward.save();
            var tariff = new Tariff();
            tariff.code = "half";
            tariff.save();
            Guest guest = guest("Ada");
            guest.ward.set(ward);
            guest.tariff.set(tariff);
            guest.save();

            Guest found = Guests.get(Guests.ward.eq(ward), Guests.tariff.code.eq("half"));

            assertThat(found.ward.key()).isEqualTo(ward.id);
            assertThat(found.ward.get().floor).isEqualTo(2);
            assertThat(found.tariff.key()).isEqualTo("half");
            assertThat(Guests.all().filter("tariff", "half").filter("ward", ward.id).count())
                    .isEqualTo(1);
            assertThat(ward.guests.list()).containsExactly(guest);
        });
    }

    @Test
    void namesTheFieldsWhoseTextsDoNotFit() {
        hospital.run(() -> {
            Guest guest = guest("Ada Lovelace, Countess");
            guest.email = "no address";
            guest.page = "nowhere";
            guest.slug = new Slug("two words");

            assertThat(wrongFields(guest))
                    .containsExactlyInAnyOrder("name", "email", "page", "slug");
            assertThat(wrongFields(guest("Ada"))).isEmpty();
        });
    }

    @Test
    void refusesNumbersThatAreOutOfTheirRange() {
        hospital.run(() -> {
            Guest guest = guest("Ada");
            guest.stars = -1;

            assertThat(wrongFields(guest)).containsExactly("stars");
            assertThatThrownBy(guest::save).isInstanceOf(DatabaseException.class);
            ModelMapping<Guest> mapping = Mappings.of(Guest.class);
            assertThatThrownBy(() -> mapping.write(guest, "stars", 40_000L))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("Guest.stars");
        });
    }

    @Test
    void tellsWhatMayBeNullFromWhatMayBeLeftEmpty() {
        hospital.run(() -> {
            Guest empty = guest("");
            empty.note = "";
            empty.age = null;
            empty.room = null;

            // Neither null nor empty; not null, but empty; null, but not empty; both.
            assertThat(wrongFields(empty)).containsExactlyInAnyOrder("name", "age");
            empty.name = "Ada";
            empty.save();
            Guest kept = Guests.get(Guests.name.eq("Ada"));
            assertThat(kept.note).isEmpty();
            assertThat(kept.age).isNull();
            assertThat(kept.room).isNull();
            for (String column : List.of("name", "note")) {
                assertThatThrownBy(() ->
                                hospital.database()
                                        .execute(
                                                List.of(
                                                        "UPDATE orm_guest SET "
                                                                + column
                                                                + " = NULL")))
                        .isInstanceOf(IntegrityException.class);
            }
        });
    }

    @Test
    void letsOneOfTwoWhoSaveTheSameAtOnceKnowWhichFieldIsTaken() throws Exception {
        var start = new CountDownLatch(1);
        List<Future<@Nullable Throwable>> tries = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                tries.add(
                        threads.submit(() -> {
                            start.await();
                            return hospital.context()
                                    .call(() -> catchThrowable(() -> guest("Ada").save()));
                        }));
            }
            start.countDown();
        }

        List<Throwable> thrown = new ArrayList<>();
        for (Future<@Nullable Throwable> one : tries) {
            Throwable failed = result(one);
            if (failed != null) {
                thrown.add(failed);
            }
        }
        assertThat(thrown)
                .singleElement()
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        broken -> {
                            assertThat(broken.kind()).isEqualTo(Diagnosis.Kind.UNIQUE);
                            assertThat(broken.fields()).containsExactly("name");
                        });
        hospital.run(() -> assertThat(wrongFields(guest("Ada"))).containsExactly("name"));
    }

    private static @Nullable Throwable result(Future<@Nullable Throwable> one)
            throws ExecutionException, InterruptedException {
        return one.get();
    }

    @Test
    void writesAHundredThousandRowsInSecondsAndLetsTheDatabaseDeleteThemWithTheirParent() {
        hospital.run(() -> {
            var ward = new Ward();
            ward.save();
            List<Bed> beds = new ArrayList<>();
            for (int number = 0; number < 100_000; number++) {
                var bed = new Bed();
                bed.ward.set(ward);
                bed.number = number;
                beds.add(bed);
            }
            long start = System.nanoTime();
            Beds.all().bulkCreate(beds);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            // A busy machine has three times as long as one is to have.
            assertThat(took).isLessThan(Duration.ofSeconds(15));
            assertThat(beds).extracting(bed -> bed.id).doesNotHaveDuplicates();
            List<String> sent = hospital.statementsOf(ward::delete);

            assertThat(sent)
                    .noneMatch(sql -> sql.contains("orm_bed"))
                    .satisfiesOnlyOnce(sql -> assertThat(sql).contains("orm_ward"));
            assertThat(Beds.all().exists()).isFalse();
        });
    }

    @Test
    void hidesRowsByTheDefaultManagerAndFindsThemOverRelations() {
        hospital.run(() -> {
            var ward = new Ward();
            ward.save();
            Guest here = guest("Ada");
            here.ward.set(ward);
            here.save();
            Guest gone = guest("Bob");
            gone.ward.set(ward);
            gone.gone = true;
            gone.save();

            assertThat(Guests.all().list()).containsExactly(here);
            assertThat(QuerySet.of(Guest.class).count()).isEqualTo(2);
            assertThat(ward.guests.list()).containsExactlyInAnyOrder(here, gone);
            gone.refresh();
            assertThat(ward.delete().byModel()).containsEntry("orm.Guest", 2L);
        });
    }

    @Test
    void isAPlainObjectAfterItsTransaction() throws Exception {
        hospital.run(() -> {
            var ward = new Ward();
            ward.floor = 4;
            ward.save();
            Guest guest = guest("Ada");
            guest.ward.set(ward);
            guest.save();
        });
        Guest one =
                hospital.context()
                        .call(() -> Transaction.atomic(() -> Guests.get(Guests.name.eq("Ada"))));

        hospital.run(() -> {
            Guest other = Guests.get(Guests.name.eq("Ada"));

            assertThat(one.getClass()).isEqualTo(Guest.class);
            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotSameAs(other);
            assertThat(one).isNotEqualTo(guest("Ada"));
            assertThat(one.ward.get().floor).isEqualTo(4);
        });
    }

    @Test
    void usesThePartialIndexForTheFilterThatFits() {
        if (!kind.equals("postgresql")) {
            return;
        }
        hospital.run(() -> {
            givenManyGuests();

            String plan =
                    Guests.all()
                            .filter(Guests.stars.gt(4), Guests.name.eq("g7"))
                            .only("name")
                            .explain();

            assertThat(plan).contains("guest_dear");
        });
    }

    @Test
    void usesOneExpressionInAConstraintAndInAFilter() {
        hospital.run(() -> {
            Guest ada = guest("Ada");
            ada.email = "Ada@Example.com";
            ada.save();
            Guest bob = guest("Bob");
            bob.email = "ada@example.COM";

            assertThatThrownBy(bob::fullClean).isInstanceOf(InvalidException.class);
            if (!kind.equals("mariadb")) {
                // MariaDB has no indexes of expressions, as a check says.
                assertThatThrownBy(bob::save).isInstanceOf(IntegrityException.class);
            }
            assertThat(Guests.filter(Functions.lower(Guests.email).eq("ada@example.com")).list())
                    .containsExactly(ada);
            if (kind.equals("postgresql")) {
                givenManyGuests();
                assertThat(
                                Guests.all()
                                        .filter(
                                                Functions.lower(Guests.email).eq("g7@example.com"),
                                                Guests.email.gt(""))
                                        .explain())
                        .contains("guest_email_ci");
            }
        });
    }

    private void givenManyGuests() {
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            Guest guest = guest("g" + i);
            guest.email = ("G" + i + "@example.com").toUpperCase(Locale.ROOT);
            guest.stars = (short) (i % 100 == 7 ? 5 : 1);
            guests.add(guest);
        }
        QuerySet.of(Guest.class).bulkCreate(guests);
        hospital.database().execute(List.of("ANALYZE orm_guest"));
    }

    @Test
    void cutsTimesToDaysWhereTheClockIsLookedAt() {
        hospital.run(() -> {
            // Midnight in Karachi is at seven in the evening by the world's clock.
            arrives("Ada", "2026-01-01T18:59:59Z");
            arrives("Bob", "2026-01-01T19:00:00Z");
            arrives("Cas", "2026-01-02T18:59:59Z");

            var days =
                    Guests.all()
                            .orderBy(Guests.name.asc())
                            .select(Guests.arrived.date(KARACHI))
                            .list();
            var byDay = Guests.all().values("arrived__date").list();

            assertThat(days)
                    .containsExactly(
                            LocalDate.of(2026, 1, 1),
                            LocalDate.of(2026, 1, 2),
                            LocalDate.of(2026, 1, 2));
            assertThat(byDay).hasSize(3);
            assertThat(
                            Guests.filter(
                                            Guests.arrived
                                                    .truncatedTo(Unit.DAY, KARACHI)
                                                    .eq(Instant.parse("2026-01-01T19:00:00Z")))
                                    .count())
                    .isEqualTo(2);
            assertThat(Guests.filter(Guests.arrived.hour(KARACHI).eq(23)).count()).isEqualTo(2);
        });
    }

    private static void arrives(String name, String when) {
        Guest guest = guest(name);
        guest.arrived = Instant.parse(when);
        guest.save();
    }

    @Test
    void writesOneColumnOfAFieldThatIsNamed() {
        hospital.run(() -> {
            Guest guest = saved("Ada");
            guest.note = "late";
            guest.age = 31;

            List<String> sent = hospital.statementsOf(() -> guest.save(Guests.note));

            assertThat(sent).singleElement().asString().contains("note").doesNotContain("age");
        });
    }
}
