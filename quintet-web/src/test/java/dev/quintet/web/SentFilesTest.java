package dev.quintet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.storage.MemoryStorage;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.orm.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files of rows on their way to a browser, from wherever their fields keep them.
class SentFilesTest {

    private final Storage open = MemoryStorage.of(Clock.systemUTC(), "/media/");
    private final Storage hidden = MemoryStorage.of(Clock.systemUTC(), null);
    private final Context site =
            Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC())
                    .with(Storages.KEY, Storages.of(open).with("private", hidden));

    private Response sent(StoredFile file) throws IOException {
        Request request = RequestBuilder.get("/").build();
        return site.call(() -> Shortcuts.sendFile(request, file));
    }

    @Test
    void comeFromTheStorageOfTheirField() throws IOException {
        open.save("a.png", new ByteArrayInputStream(new byte[] {1}));
        hidden.save("a.png", new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(sent(new StoredFile("a.png")).body().size()).isEqualTo(1);
        Response picture = sent(new StoredFile("a.png", "private"));
        assertThat(picture.body().size()).isEqualTo(3);
        assertThat(picture.header("Content-Disposition")).isNull();
        assertThat(picture.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void areSavedWhereTheyCouldActOrAreMeantToBe() throws IOException {
        hidden.save("a.html", new ByteArrayInputStream(new byte[] {1}));
        hidden.save("a.png", new ByteArrayInputStream(new byte[] {1}));

        assertThat(sent(new StoredFile("a.html", "private")).header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"a.html\"");
        Request request = RequestBuilder.get("/").build();
        Response saved =
                site.call(() ->
                        Shortcuts.sendAttachment(request, new StoredFile("a.png", "private")));
        assertThat(saved.header("Content-Disposition")).isEqualTo("attachment; filename=\"a.png\"");
    }

    @Test
    void are404WhereThereAreNone() {
        assertThatThrownBy(() -> sent(StoredFile.NONE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sent(new StoredFile("gone.png", "private")))
                .isInstanceOf(NotFound.class);
    }
}
