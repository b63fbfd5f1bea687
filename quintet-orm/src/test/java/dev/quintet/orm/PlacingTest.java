package dev.quintet.orm;

import static dev.quintet.orm.OnDelete.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Rows that users put into an order of their own.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class PlacingTest {

    static class Riddle extends Model {
        final Related<Reply> replies = related();
    }

    @Meta(orderWithRespectTo = "riddle", catalog = "Replies")
    static class Reply extends Model {

        final ForeignKey<Riddle> riddle = foreignKey(CASCADE);

        @Field(maxLength = 10)
        String text = "";

        @Field(column = "_order", editable = false)
        int place;
    }

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind, List.of(Riddle.class, Reply.class));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Reply reply(Riddle riddle, String text) {
        return riddle.replies.create(made -> made.text = text);
    }

    @Test
    void keepsTheOrderThatUsersChoose() {
        shop.run(() -> {
            var riddle = new Riddle();
            riddle.save();
            var other = new Riddle();
            other.save();
            Reply one = reply(riddle, "one");
            reply(other, "else");
            Reply two = reply(riddle, "two");

            assertThat(riddle.replies.list()).containsExactly(one, two);
            assertThat(two.place).isEqualTo(1);
            riddle.replies.order(List.of(two, one));
            assertThat(riddle.replies.list()).containsExactly(two, one);
        });
    }
}
