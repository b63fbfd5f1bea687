package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.check.CheckMessage.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `check` finds in templates before anyone opens the page.
class TemplateCheckTest {

    enum Format {
        LP,
        CD
    }

    record Artist(String name, Optional<Artist> teacher) {}

    record Album(String title, Artist artist, Format format, List<Track> tracks) {
        boolean isNew() {
            return true;
        }
    }

    record Track(String title, int seconds) {}

    record AlbumPage(Album album, List<Album> others, Map<String, Artist> byName, Object extra) {}

    private static List<CheckMessage> check(Map<String, String> templates) {
        return TemplateEngine.builder()
                .loader(TemplateLoader.memory(templates))
                .contextType(AlbumPage.class)
                .contextProcessor(
                        new ContextProcessor() {
                            @Override
                            public Map<String, Object> variables(Map<String, ?> given) {
                                return Map.of("user", "ann");
                            }

                            @Override
                            public Set<String> names() {
                                return Set.of("user");
                            }
                        })
                .build()
                .check();
    }

    private static List<String> typed(String body) {
        return check(Map.of("page.html", "{# context: AlbumPage #}\n" + body)).stream()
                .map(each -> each.id() + " " + each.message() + " " + each.hint())
                .toList();
    }

    @Test
    void findsSyntaxErrorsWithTheirPlace() {
        var found = check(Map.of("bad.html", "ok\n{% iff x %}", "good.html", "{{ x }}"));
        assertThat(found).hasSize(1);
        CheckMessage only = found.getFirst();
        assertThat(only.id()).isEqualTo("template.E002");
        assertThat(only.level()).isEqualTo(Level.ERROR);
        assertThat(only.subject()).isEqualTo("bad.html");
        assertThat(only.place()).hasToString("bad.html:2:1");
    }

    @Test
    void findsUnknownFiltersAndWrongArgumentCounts() {
        assertThat(
                        check(
                                Map.of(
                                        "a.html", "{{ x|lowr }}",
                                        "b.html", "{{ x|cut }}",
                                        "c.html", "{{ x|lower:1 }}")))
                .extracting(CheckMessage::subject)
                .containsExactly("a.html", "b.html", "c.html");
    }

    @Test
    void findsTemplatesThatAreNotThere() {
        assertThat(
                        check(
                                Map.of(
                                        "base.html", "{% include 'row.html' %}{% include which %}",
                                        "rows.html", "{% extends 'bse.html' %}")))
                .extracting(each -> each.id() + " " + each.message())
                .containsExactly(
                        "template.E041 There is no template 'row.html'.",
                        "template.E041 There is no template 'bse.html'.");
    }

    @Test
    void readsTheFilesOfAFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("catalog"));
        Files.writeString(folder.resolve("catalog/index.html"), "{% if %}");
        var engine = TemplateEngine.builder().loader(TemplateLoader.folder(folder)).build();
        assertThat(engine.check())
                .extracting(CheckMessage::subject)
                .containsExactly("catalog/index.html");
    }

    @Test
    void findsMisspeltVariablesOfTheDeclaredContext() {
        assertThat(typed("{{ albun.title }}"))
                .containsExactly(
                        "template.E040 The context AlbumPage has no 'albun'."
                                + " Did you mean 'album'?");
        assertThat(typed("{{ album.titel }}"))
                .singleElement()
                .asString()
                .contains("'album.titel': Album has no 'titel'.", "Did you mean 'title'?");
    }

    @Test
    void followsLoopsAndNamesThatTagsBind() {
        assertThat(
                        typed(
                                "{% for a in others %}{% for t in a.tracks %}{{ t.second }}"
                                        + "{% endfor %}{% endfor %}"))
                .singleElement()
                .asString()
                .contains("Track has no 'second'");
        assertThat(typed("{% with x=album.artist %}{{ x.nam }}{% endwith %}")).hasSize(1);
        assertThat(typed("{% for a in others %}{% endfor %}{{ a.title }}")).hasSize(1);
        assertThat(typed("{% if album.artst %}{% endif %}{% include album.nope %}")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ album.is_new }} {{ album.format.label }} {{ album.title.upper }}",
                "{{ album.artist.teacher.teacher.name }} {{ byName.django.name }}",
                "{{ others.0.title }} {{ others.first.title }} {{ extra.what.ever }}",
                "{{ user.name }} {% if True %}{{ csrf_token }}{% endif %}",
                "{% for a in others %}{{ forloop.counter }}{{ a.title }}{{ forloop.last }}{% endfor %}",
                "{% for k, v in byName.items %}{{ k }}{{ v.anything }}{% endfor %}",
                "{% regroup others by artist as groups %}{% for g in groups %}{{ g.grouper }}{% endfor %}",
                "{% for a in others|dictsort:'title' %}{{ a.unknown_to_us }}{% endfor %}",
                "{% filter lower %}{{ album.title }}{% endfilter %}",
                "{% block b %}{{ block.super }}{{ album.title }}{% endblock %}",
                "{% cycle 'a' 'b' as row %}{{ row }}{% firstof album.title as t %}{{ t }}",
                "{% load i18n %}{% blocktranslate with n=album.title %}{{ n }}{% endblocktranslate %}",
            })
    void isContentWithWhatAPageHas(String body) {
        assertThat(typed(body)).isEmpty();
    }

    @Test
    void namesAContextThatIsNotThere() {
        assertThat(check(Map.of("a.html", "{# context: AlbumPag #}{{ x }}")))
                .extracting(CheckMessage::message, CheckMessage::hint)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "There is no context 'AlbumPag'.", "Did you mean 'AlbumPage'?"));
    }

    @Test
    void asksTheClassPathForAContextWithItsPackage() {
        String name = AlbumPage.class.getName();
        assertThat(check(Map.of("a.html", "{# context: " + name + " #}{{ albun }}"))).hasSize(1);
    }
}
