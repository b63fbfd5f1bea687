package dev.quintet.kernel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every storage does, whatever keeps its files.
class StorageContractTest {

    @TempDir private Path folder;

    private Storage open(String kind) {
        return kind.equals("memory")
                ? MemoryStorage.of(Clock.systemUTC(), "/media/")
                : FolderStorage.of(folder.resolve("files"), "/media/");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Storage storage, String name) throws IOException {
        try (InputStream in = storage.open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "memory"})
    void keepsWhatIsSavedUntilItIsDeleted(String kind) throws IOException {
        Storage storage = open(kind);

        String name = storage.save("photos/a b.txt", bytes("hello"));

        assertThat(name).isEqualTo("photos/a b.txt");
        assertThat(storage.exists(name)).isTrue();
        assertThat(text(storage, name)).isEqualTo("hello");
        assertThat(storage.size(name)).isEqualTo(5);
        assertThat(storage.modified(name)).isBeforeOrEqualTo(Clock.systemUTC().instant());
        assertThat(storage.url(name)).isEqualTo("/media/photos/a%20b.txt");
        storage.delete(name);
        storage.delete(name);
        assertThat(storage.exists(name)).isFalse();
        assertThatThrownBy(() -> storage.open(name)).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "memory"})
    void findsAnotherNameWhereOneIsTaken(String kind) throws IOException {
        Storage storage = open(kind);
        storage.save("a.tar.gz", bytes("one"));

        String other = storage.save("a.tar.gz", bytes("two"));

        assertThat(other).matches("a_[A-Za-z0-9]{7}\\.tar\\.gz");
        assertThat(text(storage, "a.tar.gz")).isEqualTo("one");
        assertThat(text(storage, other)).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "memory"})
    void listsFoldersAndFilesApart(String kind) throws IOException {
        Storage storage = open(kind);
        storage.save("b.txt", bytes("b"));
        storage.save("a.txt", bytes("a"));
        storage.save("x/y/z.txt", bytes("z"));

        assertThat(storage.list(""))
                .isEqualTo(new Storage.Listing(List.of("x"), List.of("a.txt", "b.txt")));
        assertThat(storage.list("x/")).isEqualTo(new Storage.Listing(List.of("y"), List.of()));
        assertThat(storage.list("none")).isEqualTo(new Storage.Listing(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "memory"})
    void refusesNamesThatClimbOut(String kind) {
        Storage storage = open(kind);

        for (String name :
                List.of(
                        "",
                        "/etc/passwd",
                        "../a",
                        "a/../../b",
                        "a//b",
                        "a/",
                        "./a",
                        "a\\b",
                        "c:a",
                        "a\0b",
                        "a\nb",
                        "x".repeat(256))) {
            assertThatThrownBy(() -> storage.save(name, bytes("x")))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> storage.open(name))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> storage.delete(name))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> storage.url(name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "memory"})
    void leavesNothingBehindWhenReadingFails(String kind) throws IOException {
        Storage storage = open(kind);
        InputStream broken =
                new InputStream() {
                    private int left = 1000;

                    @Override
                    public int read() throws IOException {
                        if (left-- <= 0) {
                            throw new IOException("cut off");
                        }
                        return 'a';
                    }
                };

        assertThatThrownBy(() -> storage.save("a.txt", broken)).hasMessage("cut off");

        assertThat(storage.exists("a.txt")).isFalse();
        assertThat(storage.list("")).isEqualTo(new Storage.Listing(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "memory"})
    void givesEachOfManySaversANameOfItsOwn(String kind) throws Exception {
        Storage storage = open(kind);
        Set<String> names = ConcurrentHashMap.newKeySet();
        var done = new CountDownLatch(50);

        for (int i = 0; i < 50; i++) {
            String content = "content " + i;
            Thread.startVirtualThread(() -> {
                try {
                    String name = storage.save("a.txt", bytes(content));
                    names.add(name + "=" + text(storage, name));
                } catch (IOException failed) {
                    // missing below
                }
                done.countDown();
            });
        }
        done.await();

        assertThat(names).hasSize(50);
        var contents = new HashSet<String>();
        names.forEach(each -> contents.add(each.substring(each.indexOf('=') + 1)));
        assertThat(contents).hasSize(50);
    }

    @Test
    void doesNotFollowALinkOutOfItsFolder() throws IOException {
        Storage storage = open("folder");
        storage.save("a.txt", bytes("a"));
        Path outside = Files.writeString(folder.resolve("outside.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("files/link.txt"), outside);
        Files.createSymbolicLink(folder.resolve("files/up"), folder);

        assertThat(storage.exists("link.txt")).isFalse();
        assertThatThrownBy(() -> storage.open("link.txt")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> storage.save("up/b.txt", bytes("b")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(outside).hasContent("secret");
    }

    @Test
    void showsNoFileBeforeItIsWhole() throws IOException {
        Storage storage = open("folder");
        var seen = new HashSet<String>();
        InputStream slow =
                new InputStream() {
                    private int left = 3;

                    @Override
                    public int read() throws IOException {
                        seen.addAll(storage.list("").files());
                        return left-- > 0 ? 'a' : -1;
                    }
                };

        storage.save("a.txt", slow);

        assertThat(seen).isEmpty();
        try (Stream<Path> all = Files.list(folder.resolve("files"))) {
            assertThat(all).containsExactly(folder.resolve("files/a.txt"));
        }
    }

    @Test
    void opensStoragesBySettings() throws IOException {
        Settings settings =
                new Settings()
                        .set(
                                Storages.STORAGES,
                                List.of(
                                        "private=folder:" + folder.resolve("private"),
                                        "scratch=memory:"));
        Storages storages = Storages.of(settings, "/media/", Clock.systemUTC());

        storages.get("private").save("a.txt", bytes("a"));

        assertThat(folder.resolve("private/a.txt")).exists();
        assertThatThrownBy(() -> storages.get("private").url("a.txt"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(storages.get("scratch").exists("a.txt")).isFalse();
        assertThat(storages.get().url("a.txt")).isEqualTo("/media/a.txt");
        assertThatThrownBy(() -> storages.get("other"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("private, scratch, default");
        assertThat(storages.with("private", storages.get("scratch")).get("private"))
                .isSameAs(storages.get("scratch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x=", "x=ftp:a", "X=folder:a", "=folder:a", "a=folder:"})
    void refusesWhatIsNoStorage(String entry) {
        Settings settings = new Settings().set(Storages.STORAGES, List.of(entry));

        assertThatThrownBy(() -> Storages.of(settings, "/media/", Clock.systemUTC()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("storage.E001");
    }
}
