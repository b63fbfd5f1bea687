package dev.quintet.http;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.media.FileType;
import dev.quintet.http.media.MediaFiles;
import dev.quintet.http.media.StoredFiles;
import dev.quintet.http.media.UploadRules;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.storage.FolderStorage;
import dev.quintet.kernel.storage.MemoryStorage;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.storage.Storages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {

    @TempDir private Path folder;
    private final MemoryStorage storage = MemoryStorage.of(Clock.systemUTC(), "/media/");

    private static Request upload(byte[]... files) {
        var all = new java.util.LinkedHashMap<String, UploadedFile>();
        for (int i = 0; i < files.length; i++) {
            all.put("file" + i, UploadedFile.of("../photo" + i + ".png", "image/png", files[i]));
        }
        return RequestBuilder.post("/")
                .form(QueryParams.of(Map.of("a", List.of("b"))), all)
                .build();
    }

    private static UploadedFile first(Request request) {
        return Objects.requireNonNull(request.file("file0"));
    }

    // Handlers.

    @Test
    void keepsSmallFilesInMemoryAndLargeOnesOnDiskUntilTheRequestEnds() throws IOException {
        Request small = upload(new byte[100]);
        Request large = upload(new byte[3_000_000]);

        assertThat(first(small).path()).isNull();
        Path path = Objects.requireNonNull(first(large).path());
        assertThat(path).exists().hasSize(3_000_000);
        assertThat(first(large).bytes()).hasSize(3_000_000);
        large.close();
        assertThat(path).doesNotExist();
    }

    @Test
    void passesAFileOnToAStorageWhileItComesIn() throws IOException {
        Request request = upload(new byte[200_000]);

        request.receive(UploadHandlers.into(storage, file -> "in/" + file.name()));

        assertThat(first(request).stored()).isEqualTo("in/photo0.png");
        assertThat(first(request).path()).isNull();
        assertThat(storage.size("in/photo0.png")).isEqualTo(200_000);
        assertThat(first(request).bytes()).hasSize(200_000);
        request.close();
        assertThat(storage.exists("in/photo0.png")).isTrue();
    }

    @Test
    void leavesNothingInTheStorageWhereTheFormIsRefused() throws IOException {
        Request request = upload(new byte[50_000], new byte[50_000]);
        request.receive(
                UploadHandlers.quota(70_000),
                UploadHandlers.into(storage, UploadHandler.Incoming::name));

        assertThatThrownBy(request::form).isInstanceOf(LimitExceeded.class);

        assertThat(storage.list("").files()).isEmpty();
    }

    @Test
    void tellsHowFarFilesHaveCome() {
        Request request = upload(new byte[100_000]);
        var told = new ArrayList<Long>();

        request.receive(UploadHandlers.progress((_, bytes) -> told.add(bytes)));
        request.form();

        assertThat(told).isSorted().hasSizeGreaterThan(2).endsWith(100_000L);
    }

    @Test
    void refusesMoreThanAHandlerKeepsInMemory() {
        Request request = upload(new byte[1001]);
        request.receive(UploadHandlers.inMemory(1000));

        assertThatThrownBy(request::form)
                .isInstanceOfSatisfying(
                        LimitExceeded.class,
                        refused -> assertThat(refused.status()).isEqualTo(413));
    }

    @Test
    void dropsFilesThatNobodyWants() {
        Request request = upload(new byte[10]);
        request.receive(UploadHandlers.nowhere());

        assertThat(request.form().get("a")).isEqualTo("b");
        assertThat(request.files()).isEmpty();
    }

    @Test
    void refusesHandlersThatComeTooLate() {
        Request request = upload(new byte[10]);
        request.form();

        assertThatThrownBy(() -> request.receive(UploadHandlers.onDisk()))
                .isInstanceOf(BodyConsumedException.class);
    }

    @Test
    void survivesFormsThatWereDamagedOnTheirWay() throws IOException {
        byte[] whole;
        var out = new ByteArrayOutputStream();
        Request honest = upload(new byte[5000], "hello".getBytes(StandardCharsets.US_ASCII));
        honest.stream().transferTo(out);
        whole = out.toByteArray();
        String type = String.valueOf(honest.header("Content-Type"));
        var random = new Random(4711);
        long before = partFiles();
        int read = 0;

        for (int i = 0; i < 5000; i++) {
            byte[] damaged = damaged(whole, random);
            Request request = RequestBuilder.post("/").body(type, damaged).build();
            try {
                request.form();
                request.files();
                read++;
            } catch (BadRequest | LimitExceeded refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            } finally {
                request.close();
            }
        }

        assertThat(read).isBetween(1, 4999);
        assertThat(partFiles()).isEqualTo(before);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        int kind = random.nextInt(5);
        int at = random.nextInt(whole.length);
        if (kind == 0) {
            return Arrays.copyOf(damaged, at);
        }
        if (kind == 1) {
            for (int i = 0; i < 20; i++) {
                damaged[random.nextInt(Math.min(600, damaged.length))] = (byte) random.nextInt(256);
            }
        } else if (kind == 2) {
            int length = Math.min(random.nextInt(300), damaged.length - at);
            System.arraycopy(whole, random.nextInt(whole.length - length), damaged, at, length);
        } else if (kind == 3) {
            for (int i = 0; i < damaged.length; i++) {
                if (damaged[i] == '\r' && random.nextInt(4) == 0) {
                    damaged[i] = '\n';
                }
            }
        } else {
            damaged[at] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static long partFiles() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("quintet-upload"))
                    .count();
        }
    }

    // What a file is.

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void knowsFilesByTheirContent() {
        assertThat(FileType.of(latin("\u0089PNG\r\n\u001a\nxxxx"))).isEqualTo("image/png");
        assertThat(FileType.of(latin("%PDF-1.7"))).isEqualTo("application/pdf");
        assertThat(FileType.of(latin("  \n<svg onload=alert(1)>"))).isEqualTo("text/html");
        assertThat(FileType.of(latin("plain words"))).isNull();
        assertThat(FileType.of(latin("MZ\u0090"))).isEqualTo("application/x-msdownload");
    }

    @ParameterizedTest
    @CsvSource({
        "photo.png, PNG, ''", "photo.exe, PNG, invalid_extension", "photo, PNG, invalid_extension",
        "photo.png, <html>, invalid_type", "photo.png, MZ, invalid_type", "big.png, big, file_size",
    })
    void refusesFilesThatBreakARule(String name, String content, String code) {
        byte[] bytes =
                switch (content) {
                    case "PNG" -> latin("\u0089PNG\r\n\u001a\nxxxx");
                    case "big" -> new byte[2000];
                    default -> latin(content);
                };
        UploadRules rules = UploadRules.of().most(1000).endings("png", "jpg").types("image/*");

        var refused = rules.validate(UploadedFile.of(name, "image/png", bytes));

        assertThat(refused == null ? "" : refused.code()).isEqualTo(code);
    }

    // Sending them.

    private RequestPipeline site(Storage kept) {
        Settings settings = new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of("*"));
        Context site =
                Context.of(settings, Apps.of(List.of()), Clock.systemUTC())
                        .with(Storages.KEY, Storages.of(kept));
        return RequestPipeline.of(
                        site,
                        Router.of(
                                Routes.of(
                                        path(
                                                "save/<path:name>",
                                                (Request request, String name) ->
                                                        StoredFiles.attachment(
                                                                request, kept, name)))))
                .with(List.of(MediaFiles.of(settings)));
    }

    private void keep(Storage kept, String name, String content) throws IOException {
        kept.save(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, false", "a.html, true", "a.svg, true", "a.js, true", "a.xml, true",
        "a.txt, false", "a.pdf, true", "a.unknown, true", "a.mp4, false", "a.xhtml, true",
    })
    void neverLetsAnUploadRunInTheNameOfTheSite(String name, boolean saved) throws IOException {
        keep(storage, name, "<script>alert(1)</script>");

        Response response = site(storage).handle(RequestBuilder.get("/media/" + name).build());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().has("Content-Disposition")).isEqualTo(saved);
        assertThat(response.header("Content-Security-Policy")).contains("sandbox");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private Response media(Settings settings, String host, String path) {
        Context site =
                Context.of(
                                settings.set(HttpSettings.ALLOWED_HOSTS, List.of("*")),
                                Apps.of(List.of()),
                                Clock.systemUTC())
                        .with(Storages.KEY, Storages.of(storage));
        return RequestPipeline.of(
                        site, Router.of(Routes.of(path("", request -> Response.text("home")))))
                .with(List.of(MediaFiles.of(settings)))
                .handle(RequestBuilder.get(path).header("Host", host).build());
    }

    @Test
    void sendsNoUploadsWhereAnotherServerDoes() throws IOException {
        keep(storage, "a.png", "picture");
        Settings settings = new Settings().set(HttpSettings.MEDIA_SERVED, false);

        assertThat(media(settings, "site.example", "/media/a.png").status()).isEqualTo(404);
    }

    @Test
    void showsUploadedPagesOnlyWhereThatIsAskedForAndFromItsOwnHostIfItHasOne() throws IOException {
        keep(storage, "a.html", "<script>alert(1)</script>");
        Settings settings =
                new Settings()
                        .set(HttpSettings.MEDIA_URL, "https://files.example/")
                        .set(HttpSettings.MEDIA_ACTIVE_CONTENT, true);

        Response shown = media(settings, "files.example", "/a.html");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.headers().has("Content-Disposition")).isFalse();
        assertThat(shown.headers().has("Content-Security-Policy")).isFalse();
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        Settings same = new Settings().set(HttpSettings.MEDIA_URL, "https://files.example/");
        assertThat(media(same, "site.example", "/a.html").status()).isEqualTo(404);
        assertThat(media(same, "site.example", "/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/media/../x", "/media/", "/media/none.png", "/media/a/%2e%2e/b", "/media/a%00"})
    void findsNothingElse(String url) {
        assertThat(site(storage).handle(RequestBuilder.get(url).build()).status()).isEqualTo(404);
    }

    @Test
    void answersRangesAndConditionsOfFilesOnDisk() throws IOException {
        Storage disk = FolderStorage.of(folder, "/media/");
        keep(disk, "a.txt", "0123456789");
        RequestPipeline site = site(disk);

        Response part =
                site.handle(
                        RequestBuilder.get("/media/a.txt").header("Range", "bytes=2-4").build());
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(part.body().size()).isEqualTo(3);
        String tag = String.valueOf(part.header("ETag"));
        assertThat(
                        site.handle(
                                        RequestBuilder.get("/media/a.txt")
                                                .header("If-None-Match", tag)
                                                .build())
                                .status())
                .isEqualTo(304);
        assertThat(
                        site.handle(RequestBuilder.get("/save/a.txt").build())
                                .header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"a.txt\"");
    }

    @Test
    void sendsSeveralRangesAsParts() throws IOException {
        Response whole = Response.text("0123456789");

        Response parts =
                Conditional.range(
                        RequestBuilder.get("/").header("Range", "bytes=0-1, 4-5,-1").build(),
                        whole);

        assertThat(parts.status()).isEqualTo(206);
        String type = String.valueOf(parts.header("Content-Type"));
        assertThat(type).startsWith("multipart/byteranges; boundary=");
        String boundary = type.substring(type.indexOf('=') + 1);
        var out = new ByteArrayOutputStream();
        ((Body.Written) parts.body()).writer().write(out);
        String text = out.toString(StandardCharsets.US_ASCII);
        assertThat(text.split("--" + boundary, -1)).hasSize(5);
        assertThat(text)
                .contains("Content-Range: bytes 0-1/10\r\n\r\n01\r\n")
                .contains("Content-Range: bytes 4-5/10\r\n\r\n45\r\n")
                .contains("Content-Range: bytes 9-9/10\r\n\r\n9\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'bytes=0-5,3-8', 200", "bytes=20-30, 416", "bytes=5-2, 200", "chars=0-1, 200",
        "'bytes=0-0,20-30', 206", "bytes=-0, 416", "bytes=-, 200", "'bytes=0-1,x', 200",
    })
    void readsRangesCarefully(String range, int status) {
        Response response =
                Conditional.range(
                        RequestBuilder.get("/").header("Range", range).build(),
                        Response.text("0123456789"));

        assertThat(response.status()).isEqualTo(status);
    }

    // Bodies.

    @Test
    void readsABodyByItsType() throws IOException {
        Request json = RequestBuilder.post("/").json(Map.of("a", 1)).build();
        Request form = RequestBuilder.post("/").form(Map.of("a", "1")).build();
        Request odd = RequestBuilder.post("/").body("text/csv", new byte[] {'a'}).build();

        assertThat(json.data()).isEqualTo(Map.of("a", 1L));
        assertThat(((QueryParams) Objects.requireNonNull(form.data())).get("a")).isEqualTo("1");
        assertThatThrownBy(odd::data)
                .isInstanceOfSatisfying(
                        HttpFailure.class,
                        refused -> {
                            assertThat(refused.status()).isEqualTo(415);
                            assertThat(refused.headers().getFirst().value())
                                    .contains("application/json");
                        });
        assertThat(RequestBuilder.get("/").build().data()).isEqualTo(QueryParams.empty());
        Request parts = upload(new byte[] {1, 2});
        assertThat(((QueryParams) Objects.requireNonNull(parts.data())).get("a")).isEqualTo("b");
        assertThat(first(parts).bytes()).containsExactly(1, 2);
    }

    @Test
    void refusesJsonThatNestsTooDeeply() {
        String deep = "[".repeat(101) + "]".repeat(101);
        String wide = "[" + "\"[[[[\\\"[[\",".repeat(50_000) + "1]";

        assertThatThrownBy(() -> body(deep).json())
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("levels of nesting");
        assertThat(body(wide).json()).isInstanceOf(List.class);
        assertThat(body("[".repeat(100) + "]".repeat(100)).json()).isNotNull();
    }

    private static Request body(String json) {
        return RequestBuilder.post("/")
                .body("application/json", json.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    @Test
    void signsCookiesForTheirNames() {
        Settings settings = new Settings().set(KernelSettings.SECRET_KEY, "x".repeat(50));
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());

        site.run(() -> {
            String signed = Cookie.signed("basket", "7 records").value();

            assertThat(cookies("basket", signed).signedCookie("basket")).isEqualTo("7 records");
            assertThat(cookies("other", signed).signedCookie("other")).isNull();
            assertThat(cookies("basket", "8" + signed.substring(1)).signedCookie("basket"))
                    .isNull();
            assertThat(RequestBuilder.get("/").build().signedCookie("basket")).isNull();
        });
    }

    private static Request cookies(String name, String value) {
        return RequestBuilder.get("/").cookie(name, value).build();
    }

    @Test
    void writesTablesThatSpreadsheetsOpenSafely() throws IOException {
        Response csv =
                Response.csv(
                        "a b.csv",
                        List.of("name", "n"),
                        Stream.of(
                                Arrays.asList("=HYPERLINK(\"x\")", 1),
                                Arrays.asList("a, \"b\"\nc", null),
                                List.of(-3, "@x")));
        var out = new ByteArrayOutputStream();
        ((Body.Written) csv.body()).writer().write(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "name,n\r\n\"'=HYPERLINK(\"\"x\"\")\",1\r\n\"a, \"\"b\"\"\nc\",\r\n"
                                + "-3,'@x\r\n");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"a b.csv\"");
    }
}
