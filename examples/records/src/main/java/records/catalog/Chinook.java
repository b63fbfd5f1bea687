package records.catalog;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.migrations.fixtures.DumpOptions;
import dev.quintet.migrations.fixtures.FixtureFormat;
import dev.quintet.migrations.fixtures.Fixtures;
import dev.quintet.migrations.fixtures.LoadOptions;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// The stock of the shop: the Chinook database by Luis Rocha, which comes along as an SQLite file,
/// and is copied as a file where the site's database is one, and else row by row.
///
/// A shop of your own would have migrations and an empty database. This one has a database that was
/// there before its models.
public final class Chinook {

    private Chinook() {}

    /// Puts the stock where the site's database shall be, unless there is a database already, or it
    /// is no SQLite file.
    ///
    /// @throws StockException when the file cannot be written
    static void stock(Context site) {
        ServiceUrl url = site.settings().databases().get(Databases.DEFAULT);
        if (url == null || !url.scheme().equals("sqlite") || url.path().startsWith(":memory:")) {
            return;
        }
        Path file = Path.of(url.path());
        try {
            if (!Files.exists(file)) {
                copyTo(file.toAbsolutePath());
                System.err.println("Stocked the shop: 347 records in " + file + ".");
            } else if (!isWhole(file)) {
                throw new StockException(
                        Problem.of("records.E001", file + " is no SQLite database, or half of one.")
                                .fixedBy("Delete it, and the next start makes a new one."));
            }
        } catch (IOException failed) {
            throw new StockException(unwritable(file, failed));
        }
    }

    /// Puts the stock into a database whose tables are made and have no records in them yet, such
    /// as one of PostgreSQL: as rows, in the way of `dumpdata` and `loaddata`.
    ///
    /// @throws StockException when there is no room for the file that they come from
    public static void fill(Context site) {
        if (Albums.all().exists()) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("records");
            Path file = folder.resolve("chinook.sqlite");
            try {
                copyTo(file);
                load(site, rows(site, file));
                System.err.println("Stocked the shop: 347 records.");
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failed) {
            throw new StockException(unwritable(Path.of("chinook.sqlite"), failed));
        }
    }

    /// The rows of the file, as text: those of the same site, with the file as its database.
    private static String rows(Context site, Path file) {
        var text = new StringBuilder();
        ServiceUrl url = ServiceUrl.parse("sqlite:" + file);
        try (Database stock = DatabaseOpener.open(Databases.DEFAULT, url)) {
            Fixtures.of(site.with(Databases.KEY, Databases.of(List.of(stock))))
                    .dump(
                            FixtureFormat.JSONL,
                            Databases.DEFAULT,
                            List.of("catalog"),
                            List.of(),
                            List.of(),
                            DumpOptions.USUAL,
                            text);
        }
        return text.toString();
    }

    private static void load(Context site, String rows) {
        var bytes = new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
        Fixtures.of(site).load(FixtureFormat.JSONL, "chinook.sqlite", bytes, LoadOptions.USUAL);
    }

    /// First beside its place and then into it, so that a copy that was cut short is never taken
    /// for the whole.
    private static void copyTo(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Path copy = Files.createTempFile(folder, "records", ".part");
        try (InputStream stock =
                Objects.requireNonNull(
                        Chinook.class.getResourceAsStream("/records/chinook.sqlite"))) {
            Files.copy(stock, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /// Whether the file begins as all SQLite files do, and has as many pages as it says.
    private static boolean isWhole(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(100);
        }
        if (head.length < 100
                || !new String(head, 0, 15, StandardCharsets.US_ASCII).equals("SQLite format 3")) {
            return false;
        }
        ByteBuffer numbers = ByteBuffer.wrap(head);
        int written = Short.toUnsignedInt(numbers.getShort(16));
        long pageSize = written == 1 ? 65_536 : written; // which does not fit into two bytes
        return Files.size(file) >= pageSize * numbers.getInt(28);
    }

    private static Problem unwritable(Path file, IOException failed) {
        Path folder = file.toAbsolutePath().getParent();
        String cause =
                switch (failed) {
                    case AccessDeniedException _ -> "It may not be written or read.";
                    case NoSuchFileException _ -> "There is no folder " + folder + ".";
                    default -> String.valueOf(failed.getMessage());
                };
        return Problem.of("records.E002", "The database " + file + " cannot be made or read.")
                .because(cause)
                .fixedBy(
                        "Make "
                                + folder
                                + " and let it be yours, or set DATABASE_URL to"
                                + " sqlite:/another/place.db.");
    }
}
