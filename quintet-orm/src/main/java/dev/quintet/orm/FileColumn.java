package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;

/// A field of files, found by their names.
///
/// @param <R> the model that it starts from
public final class FileColumn<R> extends Expression<R, StoredFile>
        implements Column<R, StoredFile> {

    /// A field at the end of a path; generated catalogues call this.
    public FileColumn(FieldPath path) {
        super(new Node.Field(path));
    }

    /// A field of the model itself; generated catalogues call this.
    public FileColumn(String name) {
        this(FieldPath.of(name));
    }

    /// A field one step behind a path; generated catalogues call this.
    public FileColumn(FieldPath steps, String name) {
        this(steps.then(name));
    }

    /// {@return an assignment of a file that is kept already}
    ///
    /// @throws QueryException when it is an upload: a statement for many rows keeps no files
    @Override
    public Assignment<R> set(StoredFile file) {
        if (file.pending() != null) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E272",
                                    "The upload '" + file.name() + "' is not kept in a storage.")
                            .because("update() writes a name into many rows, and no file.")
                            .fixedBy(
                                    "Put it into an object and save that, or keep it first by"
                                            + " StoredFile.keep(...)."));
        }
        return Column.super.set(file);
    }

    /// {@return whether the file has this name; empty for rows without a file}
    public Condition<R> eq(String name) {
        return compare(Lookup.EXACT, new StoredFile(name));
    }

    /// {@return the file's name as text, such as for `endsWith`; empty for rows without a file}
    public TextExpression<R> asText() {
        return new TextExpression<>(node());
    }
}
