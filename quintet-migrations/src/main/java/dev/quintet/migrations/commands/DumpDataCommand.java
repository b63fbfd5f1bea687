package dev.quintet.migrations.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.FixtureException;
import dev.quintet.migrations.fixtures.DumpOptions;
import dev.quintet.migrations.fixtures.FixtureFormat;
import dev.quintet.migrations.fixtures.Fixtures;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes rows as a fixture. Django: `dumpdata`.
@CommandLine.Command(
        name = "dumpdata",
        description = "Writes the rows of apps and models as a fixture, to the console or a file.")
final class DumpDataCommand extends Command {

    @Parameters(paramLabel = "APP[.MODEL]", description = "Apps and models; all when none.")
    private List<String> labels = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json, jsonl, xml or yaml; json, or what the file's name ends in.")
    private @Nullable String format;

    @Option(names = "--indent", paramLabel = "N", description = "Spaces of each level.")
    private int indent = -1;

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "From this database instead of the default one.")
    private String database = "default";

    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "APP[.MODEL]",
            description = "An app or a model to leave out; may be given often.")
    private List<String> exclude = List.of();

    @Option(
            names = "--natural-foreign",
            description = "Names rows by their natural keys where relations lead to them.")
    private boolean naturalForeign;

    @Option(
            names = "--natural-primary",
            description = "Leaves out the keys of rows that have natural keys.")
    private boolean naturalPrimary;

    @Option(
            names = {"-a", "--all"},
            hidden = true,
            description = "Django's; here all rows are dumped anyway.")
    @SuppressWarnings("unused") // scripts that were written for Django give it
    private boolean all;

    @Option(
            names = "--pks",
            paramLabel = "KEY,...",
            split = ",",
            description = "Only the rows of these keys, of one model.")
    private List<String> keys = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Into this file; .gz and .zip pack it.")
    private @Nullable Path output;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) throws IOException {
        var options = new DumpOptions(indent, naturalForeign, naturalPrimary);
        Path file = output;
        if (file == null) {
            dump(site, options, out());
            out().println();
            out().flush();
            return 0;
        }
        // A dump that breaks off must not stand where a whole one stood.
        Path folder =
                Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Path half = Files.createTempFile(folder, "dump", ".part");
        try {
            long rows;
            try (Writer writer = opened(file, half)) {
                rows = dump(site, options, writer);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            err().println("Dumped " + rows + (rows == 1 ? " object." : " objects."));
            err().flush();
        } finally {
            Files.deleteIfExists(half);
        }
        return 0;
    }

    private long dump(Context site, DumpOptions options, Appendable writer) {
        return Fixtures.of(site).dump(format(), database, labels, exclude, keys, options, writer);
    }

    private FixtureFormat format() {
        if (format != null) {
            return FixtureFormat.of(format);
        }
        Path file = output;
        String name = file == null ? "" : String.valueOf(file.getFileName());
        String bare = name.replaceFirst("\\.(gz|zip)$", "");
        int dot = bare.lastIndexOf('.');
        return dot < 0 ? FixtureFormat.JSON : FixtureFormat.of(bare.substring(dot + 1));
    }

    private static Writer opened(Path file, Path half) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.matches(".*\\.(bz2|xz|lzma)$")) {
            throw new FixtureException(
                    Problem.of("migrations.E093", "'" + name + "' cannot be packed that way.")
                            .fixedBy("Let its name end in .gz or .zip."));
        }
        OutputStream raw = Files.newOutputStream(half);
        OutputStream packed = raw;
        if (name.endsWith(".gz")) {
            packed = new GZIPOutputStream(raw, 65_536);
        } else if (name.endsWith(".zip")) {
            var zip = new ZipOutputStream(raw);
            zip.putNextEntry(new ZipEntry(name.substring(0, name.length() - 4)));
            packed = zip;
        }
        return new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 65_536);
    }
}
