package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.shop.ShopApp;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelChecksTest {

    private static List<CheckMessage> checked(App app) {
        Apps apps = Apps.of(List.of(app));
        Context site =
                Context.of(new Settings().freeze(), apps, Clock.systemUTC())
                        .with(Models.KEY, Models.of(apps));
        return new ModelChecks().run(site);
    }

    @Test
    void findsTheModelsOfAnAppByTheirIndex() {
        assertThat(Models.of(Apps.of(List.of(new ShopApp("shop")))).list())
                .extracting(model -> model.state().label())
                .contains("shop.Album", "shop.Artist", "shop.Genre", "shop.Track");
    }

    @Test
    void isContentWhenModelsAndAppAgree() {
        assertThat(checked(new ShopApp("shop"))).isEmpty();
    }

    @Test
    void saysThatAModelNamesAnotherAppThanTheOneThatOwnsIt() {
        assertThat(checked(new ShopApp("store")))
                .isNotEmpty()
                .allSatisfy(message -> {
                    assertThat(message.id()).isEqualTo("orm.E008");
                    assertThat(message.message())
                            .contains("its app is 'shop'", "belongs to 'store'");
                    assertThat(message.hint()).contains("@Meta(app = \"store\")");
                });
    }

    @Test
    void namesBothWhoseWaysBackHaveOneName() {
        List<ModelMapping<?>> models =
                List.of(Mappings.of(Clash.Left.class), Mappings.of(Clash.Target.class));

        assertThat(ReverseNameCheck.run(Models.of(models)))
                .extracting(CheckMessage::message)
                .containsExactly(
                        "The way back of orm.Left.two is called orm.Target.lefts, as does the one of orm.Left.one.",
                        "The way back of orm.Left.three is called orm.Target.name, that is a field of its own.");
    }
}
