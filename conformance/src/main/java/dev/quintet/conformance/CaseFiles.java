package dev.quintet.conformance;

import dev.quintet.conformance.queries.QueriesPart;
import java.nio.file.Path;
import java.util.List;

/// The files that the runner knows, and who compares their cases.
final class CaseFiles {

    private CaseFiles() {}

    /// One file of cases.
    ///
    /// @param name of the file, less `.jsonl`
    /// @param parts the first that covers a case runs it
    record CaseFile(String name, List<Part> parts) {}

    /// The one list to add to.
    ///
    /// @param folder where the cases are, with what several of them share
    static List<CaseFile> all(Path folder) {
        var routes = new UrlsPart(folder.resolve("urlconfs.json"));
        return List.of(
                file("filters", new FiltersPart()),
                file("migrations", new MigrationsPart()),
                file("forms", new FormsPart(), new WidgetsPart(), new WholeFormsPart()),
                file("passwords", new PasswordPart()),
                file("queries", new QueriesPart(folder)),
                file("signing", new SigningPart(), new CsrfPart()),
                file("templates", new TemplatePart(routes)),
                file("templates_lang", new TemplatePart(routes)),
                file("urls", routes),
                file(
                        "utils",
                        new PaginatorPart(),
                        new UtilsTextPart(),
                        new UtilsTimePart(),
                        new UtilsValuesPart(),
                        new UtilsFormatsPart(),
                        new HttpPart()));
    }

    private static CaseFile file(String name, Part... parts) {
        return new CaseFile(name, List.of(parts));
    }
}
