package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.template.TemplateObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates that users write reach nothing but what they were given, and always end.
@Timeout(60)
class UserTemplatesTest {

    record Owner(String name, String password) {}

    record Invoice(String number, Owner owner, List<Line> lines) {}

    record Line(String text, int cents) {}

    /// Asked for what it was not opened for.
    static final class Row implements TemplateObject {
        @Override
        public @Nullable Object templateAttribute(String name) {
            return "secret";
        }
    }

    private static final UserTemplates MAILS =
            UserTemplates.limited().reading(Invoice.class, Line.class);

    private static final Map<String, Object> GIVEN = given();

    private static Map<String, Object> given() {
        var owner = new Owner("Ann", "hunter2");
        var all = new HashMap<String, Object>();
        all.put("invoice", new Invoice("2026-1", owner, List.of(new Line("<Tea>", 350))));
        all.put("owner", owner);
        all.put("owners", List.of(owner, new Owner("Bob", "12345")));
        all.put("maybe", Optional.of(owner));
        all.put("byName", Map.of("ann", owner));
        all.put("row", new Row());
        all.put("type", Invoice.class);
        all.put("thread", Thread.currentThread());
        all.put("loader", UserTemplatesTest.class.getClassLoader());
        all.put("path", java.nio.file.Path.of("/etc/passwd"));
        all.put("day", LocalDate.of(2026, 11, 25));
        all.put("name", "Ann");
        all.put("long", "a".repeat(60_000));
        return all;
    }

    @Test
    void rendersWhatItWasGiven() {
        assertThat(
                        MAILS.render(
                                "{% load humanize %}Dear {{ name|upper }}: {{ invoice.number }}"
                                        + "{% for line in invoice.lines %} {{ line.text }}"
                                        + " {{ line.cents|intcomma }}{% endfor %} {{ day|date:'j.n.Y' }}",
                                GIVEN))
                .isEqualTo("Dear ANN: 2026-1 &lt;Tea&gt; 350 25.11.2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ owner.password }}",
                "{{ invoice.owner.password }}",
                "{{ owner }}",
                "{{ owners }}",
                "{{ maybe }}",
                "{{ byName }}",
                "{{ byName.ann.password }}",
                "{{ invoice }}",
                "{{ owners|join:', ' }}",
                "{{ owners|dictsort:'password'|length }}",
                "{{ owners|first }}",
                "{{ owner|stringformat:'s' }}",
                "{{ owner|upper }}",
                "{{ owner|safe }}",
                "{{ owner|slugify }}",
                "{{ owner|make_list }}",
                "{{ owners|unordered_list }}",
                "{% for name, password in owners %}{{ password }}{% endfor %}",
                "{% with o=owner %}{{ o.name }}{% endwith %}",
                "{% regroup owners by password as groups %}{{ groups }}",
                "{% firstof owner %}",
                "{% if owner.password == 'hunter2' %}yes{% endif %}",
                "{{ row.anything }}",
                "{{ row }}",
                "{{ thread }}",
                "{{ path }}",
                "{{ type }}",
                "{{ loader }}",
                "{% load i18n %}{% blocktranslate %}{{ owner }}{% endblocktranslate %}",
            })
    void doesNotReadWhatIsNotOpen(String source) {
        assertThatThrownBy(() -> MAILS.render(source, GIVEN))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageContaining("template.E034");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ type.classLoader }}{{ type.name }}{{ type.class.forName }}",
                "{{ invoice.class }}{{ invoice.getClass }}{{ name.class }}{{ name.bytes }}",
                "{{ thread.contextClassLoader }}{{ thread.stop }}{{ thread.interrupt }}",
                "{{ path.toFile }}{{ path.root }}{{ path.parent }}",
                "{{ invoice.lines.class }}{{ invoice.lines.clear }}{{ loader.parent }}",
            })
    void showsNothingOfClassesFilesAndThreads(String source) {
        assertThat(MAILS.render(source, GIVEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% debug %}",
                "{% csrf_token %}",
                "{% url 'admin:index' %}",
                "{% load static %}",
                "{% load cache %}",
                "{% cache 1 x %}{% endcache %}",
                "{% querystring a=1 %}",
                "{% lorem 100000 %}",
                "{{ owner|json_script }}",
                "{{ owner|pprint }}",
            })
    void hasNoTagsThatKnowTheSite(String source) {
        assertThat(MAILS.check(source)).isNotNull();
        assertThatThrownBy(() -> MAILS.render(source, GIVEN))
                .isInstanceOf(TemplateSyntaxException.class);
    }

    @Test
    void includesOnlyWhatItsOwnLoadersHave() {
        var own =
                TemplateLoader.memory(Map.of("foot", "-- {{ name }}", "me", "{% include 'me' %}"));

        assertThat(MAILS.loader(own).render("{% include 'foot' %}", GIVEN)).isEqualTo("-- Ann");
        assertThatThrownBy(() -> MAILS.render("{% include 'foot' %}", GIVEN))
                .hasMessageContaining("template.E010")
                .isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> MAILS.loader(own).render("{% include 'me' %}", GIVEN))
                .hasMessageContaining("template.E032");
        assertThatThrownBy(() -> MAILS.loader(own).render("{% include '/etc/passwd' %}", GIVEN))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void endsAfterItsSteps() {
        var xs = new ArrayList<Integer>();
        for (int i = 0; i < 1000; i++) {
            xs.add(i);
        }
        String nested =
                "{% for a in xs %}{% for b in xs %}{% for c in xs %}{% endfor %}{% endfor %}{% endfor %}";

        assertThatThrownBy(() -> MAILS.render(nested, Map.of("xs", xs)))
                .hasMessageContaining("template.E033");
        assertThatThrownBy(() ->
                        MAILS.steps(Long.MAX_VALUE)
                                .within(Duration.ofMillis(50))
                                .render(nested, Map.of("xs", xs)))
                .hasMessageContaining("template.E035");
    }

    @Test
    void doesNotGrowBeyondItsSize() {
        assertThatThrownBy(() -> MAILS.outputBytes(1000).render("{{ long }}", GIVEN))
                .hasMessageContaining("template.E030");
        assertThatThrownBy(() -> MAILS.render("{{ 'x'|ljust:900000 }}", GIVEN))
                .hasMessageContaining("template.E030");
        assertThatThrownBy(() -> MAILS.compile("x".repeat(70_000)))
                .hasMessageContaining("template.E036");
    }

    /// Each of these would take gigabytes or hours without limits.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% with a=long|add:long %}{% with b=a|add:a %}{{ b|length }}{% endwith %}{% endwith %}",
                "{{ long|join:long|length }}",
                "{{ long|make_list|join:long|length }}",
                "{% for a in long %}{% for b in long %}{{ a|ljust:60000|length }}{% endfor %}{% endfor %}",
                "{% for a in long %}{% if 'aaaaaaaaaaaaaaaaaaaaaaaaab' in long %}x{% endif %}{% endfor %}",
                "{% for a in long %}{{ long|cut:'aaaaaaaaaaaaaab' }}{% endfor %}",
                "{% for a in long %}{% filter upper %}{{ long }}{% endfilter %}{% endfor %}",
                "{% for a in long %}{% spaceless %}{{ long }}{% endspaceless %}{% endfor %}",
                "{% for a in long %}{{ long|urlize }}{{ long|wordwrap:1 }}{{ long|striptags }}{% endfor %}",
                "{% for a in long %}{% now 'DATE_FORMAT' %}{% cycle long 'b' as x %}{% endfor %}",
                "{{ 1|stringformat:'999999999d'|length }}",
                "{{ 1.5|floatformat:999999999|length }}",
                "{{ 'x'|center:999999999|length }}",
                "{% partialdef p %}{% partial p %}{% partial p %}{% endpartialdef %}{% partial p %}",
            })
    void survivesBombs(String source) {
        try {
            assertThat(MAILS.render(source, GIVEN).length()).isLessThan(2_000_000);
        } catch (TemplateRenderException refused) {
            assertThat(refused.problem().code()).startsWith("template.E0");
        }
    }

    @Test
    void countsTheStepsOfFillingsAndComponentsTogether() {
        var own = TemplateLoader.memory(Map.of("components/c.html", "{% slot %}{% endslot %}"));
        String source =
                "{% for a in long %}{% component 'c' %}{% for b in long %}{% endfor %}{% endcomponent %}{% endfor %}";

        assertThatThrownBy(() -> MAILS.loader(own).render(source, GIVEN))
                .hasMessageContaining("template.E033");
    }

    @Test
    void tellsWhatIsWrongWithATextThatIsEdited() {
        assertThat(MAILS.check("Dear {{ name }}")).isNull();
        assertThat(MAILS.check("Dear {{ name|uper }}").fix()).isEqualTo("Did you mean 'upper'?");
        assertThatThrownBy(() -> MAILS.strict().render("{{ nme }}", GIVEN))
                .hasMessageContaining("Did you mean 'name'?");
    }
}
