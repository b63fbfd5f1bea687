package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// What the database puts into new rows, by an expression of its own.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class DatabaseDefaultTest {

    static class Visit extends Model {

        public @Nullable Instant seen;

        @Field(databaseDefault = "7")
        public @Nullable Integer weight;

        @DatabaseDefault
        static Expression<?, Instant> seen() {
            return Functions.currentTime();
        }
    }

    static class Pass extends Model {

        public @Nullable UUID code;

        @DatabaseDefault
        static Expression<?, UUID> code() {
            return Functions.uuid4();
        }
    }

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind, List.of(Visit.class, Pass.class));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void makesAUuidForEachRow() {
        shop.run(() -> {
            shop.database().execute(List.of(shop.database().dialect().insertDefaults("orm_pass")));
            var pass = new Pass();
            pass.save();

            assertThat(pass.code).isNotNull();
            assertThat(Passes.all().list())
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.code.version()).isEqualTo(4))
                    .extracting(row -> row.code)
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void fillsInWhatANewRowLeavesOut() {
        shop.run(() -> {
            shop.database().execute(List.of(shop.database().dialect().insertDefaults("orm_visit")));
            var visit = new Visit();
            visit.save();
            var told = new Visit();
            told.weight = 3;
            told.save();

            assertThat(visit.seen).isNotNull();
            assertThat(visit.weight).isEqualTo(7);
            assertThat(told.weight).isEqualTo(3);
            assertThat(Visits.all().list())
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row.seen).isNotNull());
        });
    }
}
