package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.forms.widget.FormData;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.storage.MemoryStorage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.orm.StoredFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadsTest {

    private static <T> T inASite(java.util.function.Supplier<T> action) {
        Context site =
                Context.of(
                        new dev.quintet.kernel.settings.Settings(),
                        dev.quintet.kernel.app.Apps.load(List.of()),
                        java.time.Clock.systemUTC());
        return site.with(
                        Storages.KEY,
                        Storages.of(MemoryStorage.of(java.time.Clock.systemUTC(), "/media/")))
                .call(action::get);
    }

    static final class Profile extends Form {
        public final FileField cv = fileField().optional().maxSize(100).extensions("pdf");
        public final ImageField face = imageField().optional();
        public final FilesField more = filesField().optional().maxFiles(2);
    }

    private static Profile sent(String field, Upload... files) {
        var form = new Profile();
        form.bind(FormData.of(Map.of()).withFiles(Map.of(field, List.of(files))));
        return form;
    }

    @Test
    void mustBeSentInParts() {
        assertThat(new Profile().isMultipart()).isTrue();
    }

    @Test
    void takesTwoFilesInOneField() {
        Profile form = sent("more", new Sent("a.txt", "a"), new Sent("b.txt", "b"));

        assertThat(form.more.orThrow()).extracting(Upload::name).containsExactly("a.txt", "b.txt");
        assertThat(
                        sent("more", new Sent("a", "a"), new Sent("b", "b"), new Sent("c", "c"))
                                .more
                                .errors()
                                .messages())
                .containsExactly("Send at most 2 files.");
    }

    @Test
    void refusesAPictureThatIsNoneByItsContent() {
        assertThat(sent("face", new Sent("face.png", "<script>")).face.errors().messages())
                .containsExactly(
                        "Upload a valid image. The file you uploaded was either not an image or a"
                                + " corrupted image.");
        assertThat(
                        sent("face", new Sent("face.html", "GIF89a......"))
                                .face
                                .errors()
                                .asData()
                                .getFirst()
                                .code())
                .isEqualTo("invalid_extension");
        assertThat(sent("face", new Sent("face.gif", "GIF89a......")).isValid()).isTrue();
    }

    @Test
    void refusesEndingsSizesAndEmptyFiles() {
        assertThat(sent("cv", new Sent("cv.exe", "x")).cv.errors().asData().getFirst().code())
                .isEqualTo("invalid_extension");
        assertThat(sent("cv", new Sent("cv.pdf", "x".repeat(101))).cv.errors().messages())
                .containsExactly("Ensure this file is at most 100 bytes long (it is 101).");
        assertThat(sent("cv", new Sent("cv.pdf", "")).cv.errors().messages())
                .containsExactly("The submitted file is empty.");
    }

    @Test
    void keepsTheFileThatIsThereUnlessItIsCleared() {
        var there = new StoredFile("cv.pdf");
        var form = new Profile();
        form.cv.initialObject(there);
        form.bind(Map.of());

        assertThat(form.isValid()).isTrue();
        assertThat(form.cv.kept()).isEqualTo(there);
        assertThat(form.hasChanged()).isFalse();

        form.bind(Map.of("cv-clear", "on"));
        assertThat(form.cv.cleared()).isTrue();
        assertThat(form.cv.value()).isNull();

        form.bind(
                FormData.of(Map.of("cv-clear", "on"))
                        .withFiles(Map.of("cv", List.of(new Sent("new.pdf", "x")))));
        assertThat(form.cv.errors().messages())
                .containsExactly(
                        "Please either submit a file or check the clear checkbox, not both.");
    }

    @Test
    void showsTheFileThatIsThereAsALink() {
        var form = new Profile();
        form.cv.initialObject(new StoredFile("my <cv> & b.pdf"));

        assertThat(inASite(() -> form.cv.toHtml().text()))
                .isEqualTo(
                        """
                        Currently: <a href="/media/my%20%3Ccv%3E%20%26%20b.pdf">my &lt;cv&gt; &amp; b.pdf</a>
                        <input type="checkbox" name="cv-clear" id="cv-clear_id">
                        <label for="cv-clear_id">Clear</label><br>
                        Change:
                        <input type="file" name="cv" id="id_cv">\
                        """);
    }
}
