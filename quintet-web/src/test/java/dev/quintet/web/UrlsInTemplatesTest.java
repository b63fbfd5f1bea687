package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.web.shop.Artists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlsInTemplatesTest {

    @TempDir private Path folder;
    private int shops;

    private List<String> check(String template) {
        Routes routes =
                Routes.of(
                        path("artists/", request -> Response.text("all")).name("artists"),
                        path("artists/<int:pk>/", DetailView.of(Artists.all())).name("artist"),
                        path("old/", request -> Response.text("old")).name("kept").extra("a", 1));
        var found = new ArrayList<String>();
        Path own = folder.resolve(String.valueOf(shops++));
        try {
            Files.createDirectories(own);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        try (var shop = new ShopPages(own, Map.of("page.html", template), routes)) {
            shop.in(() -> {
                for (CheckMessage each : new TemplateChecks().run(Context.current())) {
                    found.add(each.id() + " " + each.message());
                }
            });
        }
        return found;
    }

    @Test
    void saysAtTheStartWhichUrlsCannotBeMade() {
        assertThat(check("{% url 'artist' %}"))
                .containsExactly("template.W047 No route named 'artist' takes no arguments.");
        assertThat(check("{% url 'artist' 1 other %}"))
                .containsExactly("template.W047 No route named 'artist' takes 2 arguments.");
        assertThat(check("{% url 'artist' id=1 %}"))
                .containsExactly("template.W047 No route named 'artist' takes id.");
        assertThat(check("{% url 'artists' page %}"))
                .containsExactly("template.W047 No route named 'artists' takes one argument.");
        assertThat(check("{% url 'nobody' 1 %}"))
                .containsExactly("template.W042 No route has the name 'nobody'.");
    }

    @Test
    void leavesAloneWhatCanBeMadeAndWhatMayFail() {
        assertThat(
                        check(
                                "{% url 'artist' 1 %}{% url 'artist' pk=artist.pk %}{% url 'artists' %}"
                                        + "{% url 'kept' a=1 %}{% url 'kept' %}"
                                        + "{% url 'artist' as link %}{% url 'nobody' as link %}"
                                        + "{% url name 1 2 3 %}"))
                .isEmpty();
    }
}
