package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static dev.quintet.orm.Expressions.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.Routes;
import dev.quintet.orm.QuerySet;
import dev.quintet.web.shop.Album;
import dev.quintet.web.shop.Albums;
import dev.quintet.web.shop.Artist;
import dev.quintet.web.shop.Artists;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsInTemplatesTest {

    @TempDir private Path folder;

    @Test
    void followsAKeyToItsRow() {
        assertThat(albums("{{ album.title }} by {{ album.artist.name }}, {{ album.artist_id }}. "))
                .isEqualTo("Djangology by Django, 1. Swing 42 by Django, 1. ");
    }

    @Test
    void showsNothingForAKeyThatLeadsNowhere() {
        assertThat(albums("[{{ album.guest.name }}{% if not album.guest %}none{% endif %}]"))
                .isEqualTo("[none][none]");
    }

    @Test
    void walksOverRowsThatLeadBack() {
        assertThat(artists("{% for album in artist.albums %}{{ album }};{% endfor %}"))
                .isEqualTo("Djangology;Swing 42;");
        assertThat(artists("{{ artist.albums.count }} {{ artist.albums.all.first.title }}"))
                .isEqualTo("2 Djangology");
    }

    @Test
    void masksSecrets() {
        assertThat(artists("{{ artist.contract }}")).isEqualTo("****");
    }

    @Test
    void readsWhatAQueryWorkedOut() {
        QuerySet<Artist> counted = Artists.annotate("records", count(Artists.albums));

        assertThat(rendered("artist", "{{ artist.records }}", counted)).isEqualTo("2");
    }

    @Test
    void namesChoicesAsPeopleReadThem() {
        assertThat(albums("{{ album.get_format_display }} ")).isEqualTo("Long Player Long Player ");
    }

    @Test
    void neverDeletes() {
        assertThat(artists("[{{ artist.delete }}{{ artist.save }}{{ artist.albums.all.delete }}]"))
                .isEqualTo("[]");
        assertThat(artists("{{ artist.albums.count }}")).isEqualTo("2");
    }

    private String albums(String template) {
        return rendered("album", template, Albums.all());
    }

    private String artists(String template) {
        return rendered("artist", template, Artists.all());
    }

    private String rendered(String name, String template, QuerySet<?> rows) {
        String page = "{% for " + name + " in rows %}" + template + "{% endfor %}";
        Routes routes =
                Routes.of(
                        path(
                                "",
                                request ->
                                        Shortcuts.render(
                                                request, "page.html", Map.of("rows", rows.all()))));
        Path own = folder.resolve("shop" + System.nanoTime());
        own.toFile().mkdirs();
        try (var shop = new ShopPages(own, Map.of("page.html", page), routes)) {
            shop.artist("Django", "Djangology", "Swing 42");
            return shop.page("/");
        }
    }

    @Test
    void leavesOtherNamesToTheUsualRules() {
        Album fresh = new Album();

        assertThat(fresh.templateAttribute("title")).isEqualTo("");
        assertThat(fresh.templateAttribute("nothing"))
                .isSameAs(dev.quintet.kernel.template.TemplateObject.UNKNOWN);
    }
}
