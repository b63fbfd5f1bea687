package records;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.Site;
import dev.quintet.forms.CharField;
import dev.quintet.forms.FileField;
import dev.quintet.forms.Form;
import dev.quintet.http.LimitExceeded;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.UploadHandlers;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.test.Chromium;
import dev.quintet.test.NeedsChromium;
import dev.quintet.web.WizardAnswers;
import dev.quintet.web.WizardStep;
import dev.quintet.web.WizardView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A form over several pages with a file among them, and a file that is too large, in a real
/// browser.
@NeedsChromium
class WizardPagesTest {

    /// Who applies.
    public static final class Person extends Form {
        public final CharField name = charField().minLength(3);
    }

    /// What they send.
    public static final class Papers extends Form {
        public final FileField letter = fileField().maxSize(1000);
    }

    /// What they say.
    public static final class Words extends Form {
        public final CharField words = charField();
    }

    /// A file alone.
    public static final class Video extends Form {
        public final CharField title = charField().optional();
        public final FileField video = fileField();
    }

    private static final WizardStep<Person> PERSON = WizardStep.of("person", Person::new);
    private static final WizardStep<Papers> PAPERS = WizardStep.of("papers", Papers::new);
    private static final WizardStep<Words> WORDS = WizardStep.of("words", Words::new);

    /// The pages.
    public static final class Pages extends Site {
        private final Path folder;

        Pages(Path folder) {
            this.folder = folder;
        }

        @Override
        protected void settings(Settings settings) {
            settings.secretKey("x".repeat(50));
            settings.set(Storages.MEDIA_ROOT, folder.resolve("media").toString());
        }

        @Override
        protected Routes routes() {
            return Routes.of(
                    path(
                            "",
                            WizardView.of("apply", "wizard.html", PERSON, PAPERS, WORDS)
                                    .files("default")
                                    .done(Pages::apply)),
                    path("forget/", Pages::forget),
                    path("video/", Pages::video),
                    path("person/", Pages::person));
        }

        static Response apply(Request request, WizardAnswers answers) {
            Upload letter = answers.form(PAPERS).letter.orThrow();
            try {
                return Response.text(
                        answers.form(PERSON).name.value()
                                + " wrote "
                                + new String(letter.bytes(), StandardCharsets.UTF_8)
                                + " in "
                                + letter.name()
                                + " and said "
                                + answers.form(WORDS).words.value());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /// The session ends, as it does by itself after some days.
        static Response forget(Request request) {
            request.session().flush();
            return Response.text("forgotten");
        }

        static Response person(Request request) {
            var form = new Person();
            return form.accepts(request)
                    ? Response.json(Map.of("hello", form.name.value()))
                    : Response.json(form.errors().asJsonData(false)).withStatus(422);
        }

        static Response video(Request request) {
            var form = new Video();
            if (request.is("POST")) {
                request.receive(UploadHandlers.quota(100_000), UploadHandlers.onDisk());
                try {
                    if (form.accepts(request)) {
                        return redirect("/video/?kept");
                    }
                } catch (LimitExceeded tooLarge) {
                    form.addError(
                            "video",
                            ValidationError.of("A video has 100 kB at most here.", "too_large"));
                }
            }
            return render(request, "form-pages.html", Map.of("form", form));
        }
    }

    @TempDir private Path folder;
    private ShopWindow window;
    private Chromium page;

    @BeforeEach
    void open() throws IOException {
        window = ShopWindow.open(new Pages(folder), folder);
        page = window.at("/");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Path file(String name, int bytes, String begin) throws IOException {
        byte[] content = new byte[bytes];
        byte[] first = begin.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(first, 0, content, 0, first.length);
        return Files.write(folder.resolve(name), content);
    }

    private void type(String id, String text) {
        page.run("document.getElementById('" + id + "').select()");
        page.type(text);
    }

    private void press(String button) {
        page.leave(
                "[...document.querySelectorAll('button')].find(b => b.innerText === '"
                        + button
                        + "').click()");
    }

    private long kept() throws IOException {
        Path media = folder.resolve("media");
        if (!Files.exists(media)) {
            return 0;
        }
        try (var all = Files.walk(media)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void goesBackAndForthWithoutLosingTheFile() throws IOException {
        type("id_name", "Ada");
        press("Continue");
        assertThat(window.faults()).isEmpty();
        page.choose("#id_letter", file("letter.txt", 4, "dear"));
        press("Continue");
        assertThat(page.text()).contains("3 of 3");

        page.run("history.back()");
        page.await("document.getElementById('id_letter')");
        page.leave("location.reload()");
        assertThat(page.text()).contains("2 of 3", "letter.txt");
        press("Back");
        assertThat(page.run("document.getElementById('id_name').value")).isEqualTo("Ada");
        type("id_name", "Ada Lovelace");
        press("Continue");
        assertThat(page.text()).contains("3 of 3");
        type("id_words", "hello");
        press("Send");

        assertThat(page.text()).isEqualTo("Ada Lovelace wrote dear in letter.txt and said hello");
        assertThat(kept()).isZero();
        assertThat(page.complaints()).noneMatch(line -> line.contains("Content Security"));
    }

    @Test
    void tellsWhoseSessionHasEndedAndKeepsTheirLastWords() throws IOException {
        type("id_name", "Ada");
        press("Continue");
        page.choose("#id_letter", file("letter.txt", 4, "dear"));
        press("Continue");
        page.run("fetch('/forget/').then(r => r.text())");

        type("id_words", "hello");
        press("Send");

        assertThat(page.text()).contains("Your session has ended.", "1 of 3");
        type("id_name", "Ada");
        press("Continue");
        page.choose("#id_letter", file("again.txt", 4, "anew"));
        press("Continue");
        assertThat(page.run("document.getElementById('id_words').value")).isEqualTo("hello");
        press("Send");
        assertThat(page.text()).isEqualTo("Ada wrote anew in again.txt and said hello");
    }

    @Test
    void tellsAScriptWhatIsWrongByTheSameRules() {
        String ask =
                "fetch('/person/', {method: 'POST', headers: {'Content-Type': 'application/json'},"
                        + " body: JSON.stringify({name: '%s'})}).then(r => r.json()).then(j =>"
                        + " JSON.stringify(j))";

        assertThat(page.run(ask.formatted("A")))
                .asString()
                .contains("\"code\":\"min_length\"", "at least 3 characters");
        assertThat(page.run(ask.formatted("Ada"))).isEqualTo("{\"hello\":\"Ada\"}");
    }

    @Test
    void saysKindlyThatAFileIsTooLargeLongBeforeItIsThere() throws IOException {
        page = window.at("/video/");
        page.choose("#id_video", file("film.mp4", 60_000_000, "film"));

        press("Send");

        assertThat(page.text()).contains("A video has 100 kB at most here.");
        page.choose("#id_video", file("clip.mp4", 50_000, "clip"));
        press("Send");
        assertThat(page.run("location.search")).isEqualTo("?kept");
    }
}
