package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.check.CheckMessage;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Templates that know the type of their pages.
class TypedPageTest {

    record Album(String title) {}

    record AlbumPage(Album album, boolean admin) {}

    record OtherPage(String title) {}

    private final Map<String, String> files = new HashMap<>();

    @Test
    void isHeldAgainstTheRecordOfItsPageBeforeAnyoneOpensIt() {
        files.put("album.html", "{{ album.title }}{{ albun.title }}");

        assertThat(builder().page("album.html", AlbumPage.class).build().check())
                .extracting(CheckMessage::id, CheckMessage::hint)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "template.E040", "Did you mean 'album'?"));
    }

    @Test
    void isHeldAgainstTheViewsRecordAlsoInWhatItDoesNotShow() {
        files.put("album.html", "{{ album.title }}\n{% if admin %}{{ album.titel }}{% endif %}");
        var page = new AlbumPage(new Album("Nuages"), false);
        var debug = builder().debug(true).build();

        assertThat(builder().build().get("album.html").render(page)).isEqualTo("Nuages\n");
        assertThatThrownBy(() -> debug.get("album.html").render(page))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageContaining("Album has no 'titel'")
                .hasMessageContaining("Did you mean 'title'?")
                .hasMessageContaining("album.html:2:");
    }

    @Test
    void knowsWhatContextProcessorsAddToThePage() {
        files.put("album.html", "{{ album.title }}{{ user.name }}");
        var debug = builder().debug(true).contextProcessor(_ -> Map.of("user", Map.of())).build();

        assertThat(debug.get("album.html").render(new AlbumPage(new Album("a"), true)))
                .isEqualTo("a");
    }

    @Test
    void refusesTheRecordOfAnotherPage() {
        files.put("album.html", "{# context: AlbumPage #}{{ album.title }}");
        files.put("plain.html", "{{ title }}");
        var engine =
                builder().contextType(AlbumPage.class).page("plain.html", AlbumPage.class).build();

        for (String name : new String[] {"album.html", "plain.html"}) {
            assertThatThrownBy(() -> engine.get(name).render(new OtherPage("x")))
                    .hasMessageContaining("template.E049")
                    .hasMessageContaining("shows pages of AlbumPage, and got one of OtherPage");
        }
    }

    @Test
    void findsBlocksThatNobodyShows() {
        files.put("base.html", "{% block title %}{% endblock %}{% block body %}{% endblock %}");
        files.put(
                "page.html",
                "{% extends 'base.html' %}{% block titel %}{% endblock %}"
                        + "{% block body %}{% block inner %}{% endblock %}{% endblock %}");
        files.put("deep.html", "{% extends 'page.html' %}{% block inner %}{% endblock %}");
        files.put("free.html", "{% extends which %}{% block any %}{% endblock %}");
        files.put("below.html", "{% extends 'free.html' %}{% block other %}{% endblock %}");

        assertThat(builder().build().check())
                .extracting(each -> each.id() + " " + each.place() + " " + each.hint())
                .containsExactly("template.W048 page.html:1:26 Did you mean 'title'?");
    }

    private TemplateEngineBuilder builder() {
        return TemplateEngine.builder().loader(TemplateLoader.memory(files));
    }
}
