package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.forms.BooleanField;
import dev.quintet.forms.CharField;
import dev.quintet.forms.FileField;
import dev.quintet.forms.Form;
import dev.quintet.forms.IntegerField;
import dev.quintet.forms.MultipleChoiceField;
import dev.quintet.forms.widget.Choices;
import dev.quintet.http.Body;
import dev.quintet.http.Cookie;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.middleware.MemorySessions;
import dev.quintet.http.middleware.Sessions;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.storage.MemoryStorage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateLoader;
import dev.quintet.web.messages.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WizardViewTest {

    /// Who.
    public static final class Who extends Form {
        public final CharField name = charField().minLength(3);
        public final BooleanField gift = booleanField().optional();
        public final MultipleChoiceField<Integer> likes =
                multipleChoiceField(Choices.of(1, "Swing").and(2, "Bop")).optional();
    }

    /// For whom.
    public static final class Gift extends Form {
        public final CharField words = charField();
    }

    /// Papers.
    public static final class Papers extends Form {
        public final FileField paper = fileField().maxSize(100);
        public final FileField note = fileField().optional();
    }

    /// How many.
    public static final class Count extends Form {
        public final IntegerField count = integerField().min(1);
    }

    private static final WizardStep<Who> WHO = WizardStep.of("who", Who::new);
    private static final WizardStep<Gift> GIFT =
            WizardStep.of("gift", Gift::new)
                    .label("A gift")
                    .when(answers -> answers.form(WHO).gift.orThrow());
    private static final WizardStep<Papers> PAPERS = WizardStep.of("papers", Papers::new);

    private final List<String> ordered = new ArrayList<>();
    private final MemoryStorage storage = MemoryStorage.of(Clock.systemUTC(), null);
    private final Map<String, String> jar = new HashMap<>();
    private int stock = 9;
    private boolean broken;
    private RequestPipeline site;

    private final WizardStep<Count> count =
            WizardStep.by(
                    "count",
                    answers -> {
                        var form = new Count();
                        form.count.check(n -> n <= stock, "There are not so many.");
                        form.count.initial(answers.find(GIFT).isPresent() ? 1 : 2);
                        return form;
                    });

    private WizardView wizard() {
        return WizardView.of("order", "step.html", WHO, GIFT, PAPERS, count)
                .files("private")
                .done(this::order);
    }

    private Response order(Request request, WizardAnswers answers) {
        if (broken) {
            throw new IllegalStateException("no connection");
        }
        Upload paper = answers.form(PAPERS).paper.orThrow();
        try {
            ordered.add(
                    answers.form(WHO).name.value()
                            + " "
                            + answers.form(WHO).likes.value()
                            + " "
                            + answers.find(GIFT).map(form -> form.words.value()).orElse("-")
                            + " "
                            + paper.name()
                            + "="
                            + new String(paper.bytes(), StandardCharsets.UTF_8)
                            + " x"
                            + answers.form(count).count.value());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return redirect("thanks");
    }

    @BeforeEach
    void serve() {
        var settings =
                new Settings()
                        .set(KernelSettings.SECRET_KEY, "x".repeat(50))
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("*"));
        Apps apps = Apps.of(List.of());
        TemplateEngine engine =
                SiteTemplates.builder(settings, apps, WizardViewTest.class)
                        .loader(
                                TemplateLoader.memory(
                                        Map.of(
                                                "step.html",
                                                "{{ wizard.number }}/{{ wizard.count }}{% for s in"
                                                        + " wizard.steps %} {{ s.name }}{% if"
                                                        + " s.current %}*{% endif %}{% if"
                                                        + " s.answered %}+{% endif %}{% endfor %}"
                                                        + " back={{ wizard.previous }} {% for m in"
                                                        + " messages %}<{{ m }}>{% endfor %} {{"
                                                        + " answers.who.name.value }} {{ form }}")))
                        .build();
        Context base =
                Context.of(settings, apps, Clock.systemUTC())
                        .with(SiteTemplates.KEY, engine)
                        .with(Storages.KEY, Storages.of(storage).with("private", storage));
        Routes routes =
                Routes.of(
                        path("order/", wizard()).name("order"),
                        path("thanks/", request -> Response.text("thanks")).name("thanks"));
        site =
                RequestPipeline.of(base, Router.of(routes))
                        .with(
                                List.of(
                                        Sessions.of(settings, MemorySessions.of(Clock.systemUTC())),
                                        Messages.of(base)));
    }

    private Response send(RequestBuilder request) {
        var cookies = new ArrayList<String>();
        jar.forEach((name, value) -> cookies.add(name + "=" + value));
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies));
        }
        Response response = site.handle(request.build());
        for (Cookie cookie : response.cookies()) {
            jar.put(cookie.name(), cookie.value());
        }
        return response;
    }

    private String page(String url) {
        Response response = send(RequestBuilder.get(url));
        assertThat(response.status()).as(url + " " + response.header("Location")).isEqualTo(200);
        return text(response);
    }

    private static String text(Response response) {
        return response.body() instanceof Body.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
    }

    private Response post(String step, String body) {
        return send(
                RequestBuilder.post("/order/?step=" + step)
                        .body(
                                "application/x-www-form-urlencoded",
                                body.getBytes(StandardCharsets.UTF_8)));
    }

    private Response postFile(String field, String name, String content, String... more) {
        var body = new StringBuilder();
        if (!name.isEmpty()) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("\"; filename=\"")
                    .append(name)
                    .append("\"\r\nContent-Type: text/plain\r\n\r\n")
                    .append(content)
                    .append("\r\n");
        }
        for (String each : more) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"")
                    .append(each)
                    .append("\"\r\n\r\non\r\n");
        }
        body.append("--b--\r\n");
        return send(
                RequestBuilder.post("/order/?step=papers")
                        .body(
                                "multipart/form-data; boundary=b",
                                body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String to(Response response) {
        return response.status() + " " + response.header("Location");
    }

    private int files() {
        return storage.list("wizard").files().size();
    }

    @Test
    void leadsThroughItsStepsToATypedEnd() {
        assertThat(to(send(RequestBuilder.get("/order/")))).isEqualTo("302 /order/?step=who");
        assertThat(page("/order/?step=who")).startsWith("1/4 who* gift papers count back= ");
        assertThat(text(post("who", "name=Di"))).contains("at least 3 characters");
        assertThat(to(post("who", "name=Django&gift=on&likes=1&likes=2&csrfmiddlewaretoken=t")))
                .isEqualTo("302 /order/?step=gift");
        assertThat(page("/order/?step=gift"))
                .startsWith("2/4 who+ gift* papers count back=/order/?step=who")
                .contains(" Django ");
        assertThat(to(post("gift", "words=Hi"))).isEqualTo("302 /order/?step=papers");
        assertThat(to(postFile("paper", "../cv.txt", "hello"))).isEqualTo("302 /order/?step=count");
        assertThat(page("/order/?step=count")).startsWith("4/4").contains("value=\"1\"");

        assertThat(to(post("count", "count=3"))).isEqualTo("302 /thanks/");

        assertThat(ordered).containsExactly("Django [1, 2] Hi cv.txt=hello x3");
        assertThat(files()).isZero();
        assertThat(page("/order/?step=who")).startsWith("1/4").doesNotContain("Django");
    }

    @Test
    void leavesOutAStepThatIsNotDue() {
        assertThat(to(post("who", "name=Django"))).isEqualTo("302 /order/?step=papers");
        assertThat(page("/order/?step=papers")).startsWith("2/3 who+ papers* count");
        assertThat(to(send(RequestBuilder.get("/order/?step=gift"))))
                .isEqualTo("302 /order/?step=papers");
        postFile("paper", "cv.txt", "hello");
        assertThat(page("/order/?step=count")).contains("value=\"2\"");

        post("count", "count=1");

        assertThat(ordered).containsExactly("Django [] - cv.txt=hello x1");
    }

    @Test
    void skipsNoStepWhateverIsAskedFor() {
        for (String step : List.of("count", "papers", "x", "../etc", "")) {
            assertThat(to(send(RequestBuilder.get("/order/?step=" + step))))
                    .isEqualTo("302 /order/?step=who");
        }
        assertThat(to(post("count", "count=1"))).isEqualTo("302 /order/?step=who");
        assertThat(ordered).isEmpty();
    }

    @Test
    void goesBackAndKeepsWhatWasTypedAndTheFiles() {
        post("who", "name=Django");
        postFile("paper", "cv.txt", "hello");
        assertThat(to(post("count", "count=0&wizard_back=1"))).isEqualTo("302 /order/?step=papers");

        assertThat(page("/order/?step=papers"))
                .contains("Currently: cv.txt")
                .doesNotContain(" required");
        assertThat(to(postFile("paper", "", ""))).isEqualTo("302 /order/?step=count");
        assertThat(page("/order/?step=count")).contains("value=\"0\"");
        assertThat(page("/order/?step=who")).contains("value=\"Django\"");
        assertThat(to(post("who", "name=Duke"))).isEqualTo("302 /order/?step=count");
        post("count", "count=2");

        assertThat(ordered).containsExactly("Duke [] - cv.txt=hello x2");
    }

    @Test
    void replacesAndClearsFilesAndKeepsNoneThatIsRefused() {
        post("who", "name=Django");
        assertThat(text(postFile("paper", "big.txt", "x".repeat(200)))).contains("at most 100");
        assertThat(files()).isZero();
        postFile("paper", "one.txt", "1");
        postFile("paper", "two.txt", "2");
        assertThat(files()).isEqualTo(1);
        postFile("note", "note.txt", "n");
        assertThat(files()).isEqualTo(2);
        assertThat(to(postFile("note", "", "", "note-clear"))).isEqualTo("302 /order/?step=count");
        assertThat(files()).isEqualTo(1);

        post("count", "count=1");

        assertThat(ordered).containsExactly("Django [] - two.txt=2 x1");
    }

    @Test
    void checksAllStepsAgainAtTheEnd() {
        post("who", "name=Django");
        postFile("paper", "cv.txt", "hello");
        assertThat(to(post("count", "count=5&wizard_back=1"))).contains("papers");
        postFile("paper", "", "");
        stock = 4;

        assertThat(text(post("count", "count=5"))).contains("There are not so many.");
        assertThat(ordered).isEmpty();
        assertThat(to(post("count", "count=4"))).isEqualTo("302 /thanks/");
    }

    @Test
    void keepsTheAnswersWhenTheEndFails() {
        post("who", "name=Django");
        postFile("paper", "cv.txt", "hello");
        broken = true;
        assertThat(post("count", "count=1").status()).isEqualTo(500);
        broken = false;

        assertThat(to(post("count", "count=1"))).isEqualTo("302 /thanks/");
        assertThat(to(post("count", "count=1"))).isEqualTo("302 /order/?step=who");
        assertThat(ordered).hasSize(1);
    }

    @Test
    void tellsWhoseSessionHasEndedAndKeepsTheLastAnswer() {
        post("who", "name=Django&gift=on");
        jar.clear();

        assertThat(to(post("gift", "words=Hello+you"))).isEqualTo("302 /order/?step=who");
        assertThat(page("/order/?step=who")).contains("Your session has ended.");
        post("who", "name=Django&gift=on");
        assertThat(page("/order/?step=gift")).contains("value=\"Hello you\"");
    }

    @Test
    void deletesFilesThatNobodyCameBackFor() throws IOException {
        post("who", "name=Django");
        postFile("paper", "cv.txt", "hello");

        Instant later = Instant.now().plus(Duration.ofDays(20));
        assertThat(WizardView.deleteFilesOlderThan(storage, Duration.ofDays(30), later)).isZero();
        assertThat(WizardView.deleteFilesOlderThan(storage, Duration.ofDays(14), later)).isOne();
        assertThat(files()).isZero();
    }

    @Test
    void saysWhatIsWrongWithItsMaking() {
        assertThatThrownBy(() -> WizardStep.of("Über uns", Who::new))
                .hasMessageContaining("[forms.E020]");
        assertThatThrownBy(() -> new WizardAnswers().form(WHO))
                .hasMessageContaining("[forms.E021]");
        assertThatThrownBy(() -> WizardView.of("x", "x.html", WHO, WHO))
                .hasMessageContaining("[forms.E022]");
    }
}
