package dev.quintet.orm;

import static dev.quintet.orm.OnDelete.CASCADE;
import static dev.quintet.orm.OnDelete.DB_CASCADE;
import static dev.quintet.orm.OnDelete.DO_NOTHING;
import static dev.quintet.orm.OnDelete.RESTRICT;
import static dev.quintet.orm.OnDelete.SET_DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.IntegrityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// What becomes of rows when those go that they lead to.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class DeleteRulesTest {

    static class Owner extends Model {

        @Field(maxLength = 20)
        String name = "";

        static Owner named(String name) {
            var owner = new Owner();
            owner.name = name;
            owner.save();
            return owner;
        }
    }

    static class Heir extends Model {
        final ForeignKey<@Nullable Owner> owner = foreignKey(() -> FoundOwners.get("sentinel"));
    }

    static class Usual extends Model {
        final ForeignKey<@Nullable Owner> owner = foreignKey(SET_DEFAULT);

        {
            owner.setKey(1L);
        }
    }

    static class Unowned extends Model {
        final ForeignKey<@Nullable Owner> owner = foreignKey(SET_DEFAULT);
    }

    static class Swept extends Model {
        final ForeignKey<Owner> owner = foreignKey(DB_CASCADE);
    }

    static class Loose extends Model {
        final ForeignKey<Owner> owner = foreignKey(DO_NOTHING);
    }

    static class Record extends Model {
        final ForeignKey<Owner> artist = foreignKey(CASCADE);
    }

    static class Song extends Model {
        final ForeignKey<Owner> artist = foreignKey(CASCADE);
        final ForeignKey<Record> record = foreignKey(RESTRICT);
    }

    /// Finds owners from the initialiser of a relation.
    static final class FoundOwners {

        private FoundOwners() {}

        static Owner get(String name) {
            return QuerySet.of(Owner.class).filter("name", name).get();
        }
    }

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop =
                TestShop.open(
                        kind,
                        List.of(
                                Owner.class,
                                Heir.class,
                                Usual.class,
                                Unowned.class,
                                Swept.class,
                                Loose.class,
                                Record.class,
                                Song.class));
        shop.run(() -> Owner.named("sentinel"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void leadsToWhatTheRelationGives() {
        shop.run(() -> {
            Owner sentinel = FoundOwners.get("sentinel");
            Owner ada = Owner.named("Ada");
            var heir = new Heir();
            heir.owner.set(ada);
            heir.save();
            var usual = new Usual();
            usual.owner.set(ada);
            usual.save();
            var unowned = new Unowned();
            unowned.owner.set(ada);
            unowned.save();

            assertThat(ada.delete().total()).isEqualTo(1);

            heir.refresh();
            usual.refresh();
            unowned.refresh();
            assertThat(heir.owner.get()).isEqualTo(sentinel);
            assertThat(usual.owner.get()).isEqualTo(sentinel);
            assertThat(unowned.owner.get()).isNull();
        });
    }

    @Test
    void leavesRowsToTheDatabase() {
        shop.run(() -> {
            Owner ada = Owner.named("Ada");
            var swept = new Swept();
            swept.owner.set(ada);
            swept.save();

            List<String> sent = shop.statementsOf(ada::delete);

            assertThat(sent).noneMatch(sql -> sql.contains("swept"));
            assertThat(QuerySet.of(Swept.class).exists()).isFalse();
            Owner bob = Owner.named("Bob");
            var left = new Loose();
            left.owner.set(bob);
            left.save();
            assertThatThrownBy(bob::delete).isInstanceOf(IntegrityException.class);
        });
    }

    @Test
    void keepsARowThatGoesByNoOtherWay() {
        shop.run(() -> {
            Owner ada = Owner.named("Ada");
            Owner bob = Owner.named("Bob");
            var record = new Record();
            record.artist.set(ada);
            record.save();
            var song = new Song();
            song.artist.set(bob);
            song.record.set(record);
            song.save();

            assertThatThrownBy(record::delete)
                    .isInstanceOfSatisfying(
                            ProtectedException.class,
                            kept -> assertThat(kept.restricted()).isTrue());
            assertThatThrownBy(ada::delete).isInstanceOf(ProtectedException.class);
            song.artist.set(ada);
            song.save();
            assertThat(ada.delete().total()).isEqualTo(3);
        });
    }
}
