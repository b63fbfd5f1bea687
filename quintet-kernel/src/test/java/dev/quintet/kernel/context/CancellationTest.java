package dev.quintet.kernel.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CancellationTest {

    @Test
    void tellsThatTheTimeIsOver() throws Exception {
        Cancellation cancellation = Cancellation.after(Duration.ofMillis(20));

        Thread.sleep(30);

        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.remaining()).contains(Duration.ZERO);
        assertThatThrownBy(cancellation::check)
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("longer than it may");
    }

    @Test
    void runsWhatWasRegisteredOnceAndNotWhatWasTakenBack() {
        Cancellation cancellation = Cancellation.open();
        var ran = new ArrayList<String>();
        cancellation.onCancel(() -> ran.add("kept"));
        cancellation.onCancel(() -> ran.add("taken back")).close();

        cancellation.cancel();
        cancellation.cancel();
        cancellation.onCancel(() -> ran.add("late"));

        assertThat(ran).containsExactly("kept", "late");
    }

    @Test
    void takesBackWhatWasRegisteredInAnyOrder() {
        for (int gone = 0; gone < 4; gone++) {
            Cancellation cancellation = Cancellation.open();
            var ran = new ArrayList<String>();
            var all = new ArrayList<Cancellation.Registration>();
            for (String name : new String[] {"0", "1", "2", "3"}) {
                all.add(cancellation.onCancel(() -> ran.add(name)));
            }

            all.get(gone).close();
            all.get(gone).close();
            cancellation.cancel();

            assertThat(String.join("", ran)).isEqualTo("0123".replace(String.valueOf(gone), ""));
        }
    }

    @Test
    void neverEndsWhereNobodyCanCancel() {
        Cancellation.never().cancel();

        assertThat(Cancellation.never().cancelled()).isFalse();
        assertThat(Cancellation.never().remaining()).isEmpty();
    }
}
