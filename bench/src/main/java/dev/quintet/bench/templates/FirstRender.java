package dev.quintet.bench.templates;

import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateLoader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The first rendering of each page of a site of 300 templates, on a cold JVM: finding, reading,
/// compiling, rendering. Prints one line, in milliseconds: by the clock, and of this thread alone.
public final class FirstRender {

    private static final int TEMPLATES = 300;
    private static final int PARTS = 60;

    private static final String[] LINES = {
        "<p class=\"lead\">{{ row.title|upper }} by {{ row.artist|default:\"-\"|truncatechars:20 }}</p>\n",
        "{% if row.stock > 0 and row.label %}<b>{{ row.stock }}</b>{% elif row.id == 3 %}three{% else %}none{% endif %}\n",
        "{% for row in rows %}<li class=\"{% cycle 'odd' 'even' %}\">{{ forloop.counter }}. {{ row.title }}</li>\n{% endfor %}",
        "{% with name=row.title|lower label=row.label %}<i>{{ name }} {{ label|yesno:\"a,b,c\" }}</i>{% endwith %}\n",
        "{# a remark #}<div>{{ row.artist|linebreaks }}{{ row.id|floatformat:2 }}</div>\n",
        "{% load i18n %}<h2>{% translate \"Welcome\" %}</h2>{% blocktranslate with a=row.artist %}By {{ a }}{% endblocktranslate %}\n",
        "<script>let title = \"{{ row.title|escapejs }}\";</script>{% firstof row.label row.title %}\n",
    };

    private FirstRender() {}

    /// Runs it once.
    public static void main(String... args) throws IOException {
        Path folder = Files.createTempDirectory("templates");
        write(folder);
        List<Row> all = Data.rows().subList(0, 5);
        Map<String, Object> variables = Map.of("rows", all, "row", all.getFirst());

        System.getLogger("bench"); // a site has its log by then
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        var engine = TemplateEngine.builder().loader(TemplateLoader.folder(folder)).build();
        for (int i = PARTS; i < TEMPLATES; i++) {
            engine.get("page" + i + ".html").renderBytes(variables);
        }
        long took = (System.nanoTime() - start) / 1_000_000;
        long busy = (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000;

        System.out.println(
                "first render of "
                        + TEMPLATES
                        + " templates: "
                        + took
                        + " ms, of which busy "
                        + busy);
    }

    private static void write(Path folder) throws IOException {
        var random = new Random(1);
        Files.writeString(
                folder.resolve("base.html"),
                "<html><head><title>{% block title %}Shop{% endblock %}</title></head>\n<body>"
                        + "{% block content %}{% endblock %}{% block foot %}{% endblock %}</body></html>\n");
        for (int i = 1; i < TEMPLATES; i++) {
            var page = new StringBuilder();
            boolean part = i < PARTS;
            page.append(
                    part
                            ? ""
                            : "{% extends \"base.html\" %}{% block title %}"
                                    + i
                                    + "{% endblock %}");
            page.append(part ? "" : "{% block content %}\n");
            for (int line = part ? 10 : 40; line > 0; line--) {
                page.append(LINES[random.nextInt(LINES.length)]);
                if (!part && line % 20 == 0) {
                    page.append("{% include \"page")
                            .append(1 + random.nextInt(PARTS - 1))
                            .append(".html\" %}\n");
                }
            }
            page.append(
                    part ? "" : "{% endblock %}{% block foot %}{{ block.super }}end{% endblock %}");
            Files.writeString(folder.resolve("page" + i + ".html"), page);
        }
    }
}
