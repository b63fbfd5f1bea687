package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.SilentInTemplates;
import java.io.Serial;

/// A field without a file, or with one that is not kept yet, was asked for it. Templates show
/// nothing then.
public final class NoFileException extends OrmException implements SilentInTemplates {

    @Serial private static final long serialVersionUID = 1L;

    /// @param name of the upload that is not kept yet; empty where there is no file at all
    NoFileException(String name) {
        super(
                name.isEmpty()
                        ? Problem.of("orm.E270", "There is no file.")
                                .fixedBy("Ask file.exists() first; {% if album.cover %} in a page.")
                        : Problem.of("orm.E271", "The file '" + name + "' is not kept yet.")
                                .because("An upload goes into its storage when its row is saved.")
                                .fixedBy(
                                        "Save the row first, or ask file.pending() for its bytes."));
    }
}
