package dev.quintet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.forms.FileField;
import dev.quintet.forms.FilesField;
import dev.quintet.forms.Form;
import dev.quintet.forms.ImageField;
import dev.quintet.http.BadRequest;
import dev.quintet.http.HttpException;
import dev.quintet.http.LimitExceeded;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files with names, types and sizes that mean no good, as they come over the wire, in a form.
class HostileUploadsTest {

    private static final String PNG = "\u0089PNG\r\n\u001a\n";

    /// Papers and a picture.
    public static final class Papers extends Form {
        public final FileField paper = fileField().optional().extensions("pdf").maxSize(1000);
        public final ImageField face = imageField().optional();
        public final FilesField more = filesField().optional().maxFiles(3).maxSize(1000);
        public final FileField any = fileField().optional().maxLength(100);
    }

    private static String part(String field, String disposition, String type, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\""
                + field
                + "\"; "
                + disposition
                + "\r\nContent-Type: "
                + type
                + "\r\n\r\n"
                + content
                + "\r\n";
    }

    private static Request request(String parts) {
        byte[] body = (parts + "--x--\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return RequestBuilder.post("/").body("multipart/form-data; boundary=x", body).build();
    }

    private static Papers sent(String parts) {
        var form = new Papers();
        form.accepts(request(parts));
        return form;
    }

    private static Papers named(String field, String name, String content) {
        return sent(part(field, "filename=\"" + name + "\"", "image/png", content));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "/etc/shadow, shadow",
        "'C:\\Windows\\evil.ini', evil.ini",
        "'..\\..\\boot.ini', boot.ini",
        ".., file",
        "., file",
        "../, file",
        "'   ', file",
        "'a\tb.txt', a b.txt",
        ".htaccess, .htaccess",
        "'<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'",
    })
    void keepsOnlyTheLastPartOfAName(String name, String kept) {
        assertThat(named("any", name, "x").any.orThrow().name()).isEqualTo(kept);
    }

    @Test
    void takesOffWhatTurnsANameAround() {
        Papers form =
                sent(
                        part(
                                "any",
                                "filename*=UTF-8''annual%E2%80%AEfdp.exe",
                                "application/pdf",
                                "MZ"));

        assertThat(form.any.orThrow().name()).isEqualTo("annualfdp.exe");
    }

    @Test
    void refusesNamesThatAreTooLongAndCutsThoseThatNoDiskWouldTake() {
        Papers form = named("any", "a".repeat(4000) + ".txt", "x");

        assertThat(form.hasError("any", "max_length")).isTrue();
        Request request =
                request(part("any", "filename=\"" + "a".repeat(4000) + ".txt\"", "a/b", "x"));
        assertThat(request.files().values().iterator().next().getFirst().name())
                .hasSize(255)
                .endsWith(".txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paper.pdf.exe",
                "paper.exe",
                "paper",
                "paper.pdf.",
                "paper.pd\u0131f",
                ".pdf"
            })
    void judgesByTheLastEnding(String name) {
        Papers form = named("paper", name, "%PDF-1.7");

        assertThat(form.hasError("paper", "invalid_extension")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "face.png, <html><script>alert(1)</script>, invalid_image",
        "face.png, '<svg onload=alert(1)>', invalid_image",
        "face.svg, '<svg onload=alert(1)>', invalid_image",
        "face.png, 'GIF8', invalid_image",
        "face.png, 'MZ\u0090', invalid_image",
        "face.html, PNG, invalid_extension",
    })
    void believesContentAndNoType(String name, String content, String code) {
        Papers form = named("face", name, content.equals("PNG") ? PNG + "xxxx" : content);

        assertThat(form.isValid()).isFalse();
        assertThat(form.hasError("face", code)).as(form.errors().asText()).isTrue();
    }

    @Test
    void refusesFilesThatAreTooLargeTooManyOrEmpty() {
        assertThat(named("paper", "a.pdf", "x".repeat(1001)).hasError("paper", "max_size"))
                .isTrue();
        assertThat(named("paper", "a.pdf", "").hasError("paper", "empty")).isTrue();
        String one = part("more", "filename=\"a.txt\"", "text/plain", "x");
        assertThat(sent(one.repeat(4)).more.errors().messages())
                .containsExactly("Send at most 3 files.");
        String large = part("more", "filename=\"b.txt\"", "text/plain", "x".repeat(1001));
        assertThat(sent(one + large).isValid()).isFalse();
    }

    @Test
    void refusesMoreFilesThanAnyFormHas() {
        String one = part("none", "filename=\"a.txt\"", "text/plain", "x");

        assertThatThrownBy(() -> sent(one.repeat(101)))
                .isInstanceOfSatisfying(
                        LimitExceeded.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void takesNoFileForAField() {
        Papers form = sent(part("paper", "x=y", "text/plain", "a text, and no file"));

        assertThat(form.isValid()).isTrue();
        assertThat(form.paper.value()).isNull();
    }

    @Test
    void survivesHeadersThatAreNone() {
        for (String odd :
                List.of(
                        "filename=\"a\r\nX-Evil: yes\r\n\r\n.txt\"",
                        "filename=\"unclosed",
                        "filename=\"a\u0000b.txt\"",
                        "filename=",
                        "filename=\"\\\"",
                        "filename=\"" + "x".repeat(20_000) + "\"")) {
            try {
                Papers form = sent(part("any", odd, "text/plain", "x"));
                if (form.any.value() != null) {
                    assertThat(form.any.orThrow().name()).doesNotContain("\r", "\n", "/", "\\");
                }
            } catch (HttpException refused) {
                assertThat(refused).isInstanceOfAny(BadRequest.class, LimitExceeded.class);
            }
        }
    }
}
