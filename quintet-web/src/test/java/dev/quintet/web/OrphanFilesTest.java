package dev.quintet.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.Routes;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.storage.MemoryStorage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.orm.StoredFile;
import dev.quintet.web.shop.Article;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir private Path folder;
    private final MemoryStorage old = MemoryStorage.of(() -> NOW.minus(Duration.ofDays(2)), null);
    private ShopPages shop;

    @BeforeEach
    void openShop() throws IOException {
        shop = new ShopPages(folder, Map.of(), Routes.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        for (String name : new String[] {"scans/kept.png", "scans/a/left.png", "top.txt"}) {
            save(old, name);
        }
        shop.in(() -> {
            var article = new Article();
            article.title = "Swing";
            article.scan = new StoredFile("scans/kept.png");
            article.save();
            new Article().save();
        });
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    private static void save(MemoryStorage storage, String name) {
        try {
            storage.save(name, new ByteArrayInputStream(new byte[] {1}));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String run(MemoryStorage storage, String... options) {
        var command = new ArrayList<String>(List.of("orphanfiles"));
        command.addAll(List.of(options));
        var said = new StringBuilder();
        shop.in(() -> {
            Context site = Context.current().with(Storages.KEY, Storages.of(storage));
            site.run(() -> said.append(Commands.call(site, command.toArray(String[]::new)).out()));
        });
        return said.toString();
    }

    @Test
    void listsFilesThatNoRowNamesAndDeletesNone() throws IOException {
        assertThat(run(old).lines())
                .containsExactly(
                        "top.txt",
                        "scans/a/left.png",
                        "2 files that no row names. --delete deletes them.");
        assertThat(old.exists("top.txt")).isTrue();
    }

    @Test
    void deletesThemWhereItIsToldTo() throws IOException {
        assertThat(run(old, "--delete", "--below", "scans/").lines())
                .containsExactly("scans/a/left.png", "Deleted 1 file.");
        assertThat(old.exists("scans/a/left.png")).isFalse();
        assertThat(old.exists("scans/kept.png")).isTrue();
        assertThat(old.exists("top.txt")).isTrue();
    }

    @Test
    void leavesFilesAloneWhoseRowsMayBeOnTheirWay() {
        MemoryStorage fresh = MemoryStorage.of(() -> NOW.minus(Duration.ofMinutes(5)), null);
        save(fresh, "new.png");

        assertThat(run(fresh))
                .isEqualToIgnoringNewLines("0 files that no row names. --delete deletes them.");
        assertThat(run(fresh, "--hours", "0")).contains("new.png");
    }
}
