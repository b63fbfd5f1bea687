package dev.quintet.kernel.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalTest {

    private final Signal<Integer> sold = Signal.named("shop.sold");
    private final List<Integer> seen = new ArrayList<>();

    @Test
    void sendsToReceiversInTheirOrder() {
        sold.connect(copies -> seen.add(copies));
        sold.connect(copies -> seen.add(copies * 10));

        sold.send(3);

        assertThat(seen).containsExactly(3, 30);
    }

    @Test
    void sendsOnlyWhatAReceiverWants() {
        sold.connect(copies -> copies > 5, seen::add);

        sold.send(3);
        sold.send(8);

        assertThat(seen).containsExactly(8);
    }

    @Test
    void connectsAnIdOnce() {
        sold.connect("stock", _ -> true, seen::add);
        sold.connect("stock", _ -> true, seen::add);

        sold.send(1);

        assertThat(seen).containsExactly(1);
        assertThat(sold.disconnect("stock")).isTrue();
        assertThat(sold.disconnect("stock")).isFalse();
        assertThat(sold.hasReceivers()).isFalse();
    }

    @Test
    void tellsWhetherAnybodyListensToEventsAboutAClass() {
        try (var _ = sold.connect(null, Number.class, _ -> true, seen::add)) {
            assertThat(sold.hasReceivers(Integer.class)).isTrue();
            assertThat(sold.hasReceivers(String.class)).isFalse();
        }
        assertThat(sold.hasReceivers(Integer.class)).isFalse();
    }

    @Test
    void stopsSendingToAClosedConnection() {
        try (var _ = sold.connect(seen::add)) {
            sold.send(1);
        }
        sold.send(2);

        assertThat(seen).containsExactly(1);
    }

    @Test
    void namesALambdaByTheClassThatItIsWrittenIn() {
        try (var connection = sold.connect(seen::add)) {
            assertThat(connection.label()).isEqualTo(SignalTest.class.getName());
        }
    }

    @Test
    void endsAtTheFirstFailure() {
        sold.connect(_ -> {
            throw new IllegalStateException("full");
        });
        sold.connect(seen::add);

        assertThatThrownBy(() -> sold.send(1)).hasMessage("full");
        assertThat(seen).isEmpty();
    }

    @Test
    void goesOnAfterAFailureWhenRobust() {
        var failing =
                sold.connect(_ -> {
                    throw new IOException("full");
                });
        sold.connect(seen::add);

        var failures = sold.sendRobust(1);

        assertThat(seen).containsExactly(1);
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.connection()).isSameAs(failing);
                    assertThat(failure.thrown()).isInstanceOf(IOException.class).hasMessage("full");
                });
    }

    @Test
    void isListed() {
        assertThat(Signal.all()).contains(sold);
    }
}
