package dev.quintet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.club.Band;
import dev.quintet.club.Club;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.state.ModelState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    @TempDir private Path folder;

    @Test
    void answersWithRowsOfItsDatabase() {
        try (RunningSite site = started("SECRET_KEY", "x".repeat(50))) {
            makeTables(site);
            var band = new Band();
            band.name = "Quintette & Co";
            band.save();

            Response page =
                    site.pipeline()
                            .handle(RequestBuilder.get("/").header("Host", "localhost").build());

            assertThat(page.status()).isEqualTo(200);
            assertThat(text(page)).contains("<a href=\"/bands/1/\">Quintette &amp; Co</a>");
        }
    }

    private RunningSite started(String... environment) {
        Map<String, String> variables = Map.of(environment[0], environment[1]);
        var sources = new SettingsSources(folder, variables, List.of());
        UnaryOperator<Settings> same = UnaryOperator.identity();
        return new Club("sqlite:" + folder.resolve("club.db")).start(sources, same);
    }

    private static void makeTables(RunningSite site) {
        Database database = site.context().get(Databases.KEY).get();
        List<ModelState> models =
                site.context().get(Models.KEY).list().stream().map(ModelMapping::state).toList();
        var editor = new SchemaEditor(database.dialect(), models);
        SchemaEditor.inOrder(models).forEach(model -> database.execute(editor.create(model)));
    }

    private static String text(Response response) {
        return switch (response.body()) {
            case dev.quintet.http.Body.Bytes bytes ->
                    new String(bytes.bytes(), StandardCharsets.UTF_8);
            default -> throw new AssertionError(response.body());
        };
    }
}
