package dev.quintet.conformance;

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
    static List<CaseFile> all() {
        return List.of(
                file("passwords", new PasswordPart()),
                file("signing", new SigningPart()),
                file(
                        "utils",
                        new PaginatorPart(),
                        new UtilsTextPart(),
                        new UtilsTimePart(),
                        new UtilsValuesPart(),
                        new UtilsFormatsPart()));
    }

    private static CaseFile file(String name, Part... parts) {
        return new CaseFile(name, List.of(parts));
    }
}
