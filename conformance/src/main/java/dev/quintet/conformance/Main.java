package dev.quintet.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `conformance/run DIR`.
public final class Main {

    private Main() {}

    /// Runs the cases in the first folder; the report goes below `target` of the second.
    ///
    /// @param args folder of the cases, folder of this module
    public static void main(String[] args) throws IOException {
        Path target = Files.createDirectories(Path.of(args[1], "target"));
        Path report = target.resolve("conformance-report.txt");
        boolean well;
        try (var writer = Files.newBufferedWriter(report, StandardCharsets.UTF_8)) {
            well =
                    new Runner(CaseFiles.all(Path.of(args[0])), System.out, writer)
                            .run(Path.of(args[0]));
        }
        if (!well) {
            System.out.println("What failed is in " + report + ".");
        }
        System.exit(well ? 0 : 1);
    }
}
