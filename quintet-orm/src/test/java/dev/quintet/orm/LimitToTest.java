package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.theatre.Hall;
import dev.quintet.orm.theatre.Usher;
import dev.quintet.orm.theatre.Ushers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Relations whose model says which rows they may be given, and in which columns they keep a key of
/// several fields.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class LimitToTest {

    @Parameter String kind;

    private TestShop theatre;

    @BeforeEach
    void open() {
        theatre = TestShop.open(kind, List.of(Hall.class, Usher.class));
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void offersTheRowsOfTheLimitAlone() {
        theatre.run(() -> {
            Hall.in("Opera", 1);
            Hall big = Hall.in("Opera", 2);
            ModelMapping<Usher> ushers = Mappings.of(Usher.class);

            assertThat(LimitTo.offered(ushers, ushers.relation("post")).list())
                    .isEqualTo(List.of(big));
        });
    }

    @Test
    void findsFaultWithOtherRows() {
        theatre.run(() -> {
            Usher ann = Usher.at(Hall.in("Opera", 1), "Ann");
            Usher bob = Usher.at(Hall.in("Opera", 2), "Bob");

            bob.fullClean();
            assertThatThrownBy(ann::fullClean)
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            wrong -> assertThat(wrong.errors()).containsOnlyKeys("post"));
        });
    }

    @Test
    void holdsNothingAgainstWhatAProgramSaves() {
        theatre.run(() -> {
            Hall small = Hall.in("Opera", 1);

            Usher.at(small, "Ann").save();

            assertThat(Ushers.all().get().post.get()).isEqualTo(small);
        });
    }

    @Test
    void keepsAKeyInTheColumnsThatAreNamed() {
        theatre.run(() -> {
            Hall big = Hall.in("Opera", 2);
            Usher.at(big, "Bob").save();

            List<String> sent =
                    theatre.statementsOf(() ->
                            assertThat(Ushers.filter(Ushers.post.eq(big)).get().name)
                                    .isEqualTo("Bob"));

            assertThat(sent).singleElement().asString().contains("works_at", "room");
        });
    }
}
