package dev.quintet.kernel.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextTest {

    private static final ContextKey<String> COLOR = ContextKey.named("color");
    private static final ContextKey<String> SHAPE = ContextKey.named("shape");

    private final Context site =
            Context.of(new Settings(), Apps.of(List.of()), Clock.systemUTC())
                    .with(COLOR, "red")
                    .with(COLOR, "green");

    @Test
    void findsWhatIsHeldOnTopWhetherItIsSettledOrNot() {
        for (Context each : List.of(site, site.settled(), site.settled().settled())) {
            assertThat(each.get(COLOR)).isEqualTo("green");
            assertThat(each.find(SHAPE)).isEmpty();
            assertThat(each.with(SHAPE, "round").get(SHAPE)).isEqualTo("round");
            assertThat(each.with(COLOR, "blue").get(COLOR)).isEqualTo("blue");
            assertThat(each.with(SHAPE, "round").settled().get(COLOR)).isEqualTo("green");
            assertThat(each.clock()).isNotNull();
        }
    }
}
