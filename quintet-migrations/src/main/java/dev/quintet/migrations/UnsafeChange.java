package dev.quintet.migrations;

import dev.quintet.migrations.operations.AddConstraint;
import dev.quintet.migrations.operations.AddField;
import dev.quintet.migrations.operations.AddIndex;
import dev.quintet.migrations.operations.AlterField;
import dev.quintet.migrations.operations.AlterModelTable;
import dev.quintet.migrations.operations.AlterUniqueTogether;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.migrations.operations.DeleteModel;
import dev.quintet.migrations.operations.FieldOperation;
import dev.quintet.migrations.operations.ModelOperation;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.migrations.operations.RemoveField;
import dev.quintet.migrations.operations.RemoveIndex;
import dev.quintet.migrations.operations.RenameField;
import dev.quintet.migrations.operations.RenameModel;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An operation that a site in use would feel: it keeps others from a table for as long as the
/// table is big, or the program that still runs does not get along with it.
///
/// @param code of the rule, such as `migrations.W042`
/// @param migration in which it is, or which it is written into
/// @param operation in words
/// @param why what happens
/// @param way what to do instead
public record UnsafeChange(
        String code, MigrationName migration, String operation, String why, String way) {

    private static final String SAFE = "makemigrations --safe writes it in steps.";

    /// {@return what is unsafe of these operations; nothing that is about models which they create}
    ///
    /// @param before the models before them
    /// @param fresh labels of models that were created just before, in small letters; gets those
    ///   that these create
    /// @param dialect `sqlite`, `postgresql` or `mariadb`
    public static List<UnsafeChange> in(
            MigrationName migration,
            List<Operation> operations,
            ProjectState before,
            List<String> fresh,
            String dialect) {
        var found = new ArrayList<UnsafeChange>();
        ProjectState state = before;
        for (Operation one : operations) {
            if (one instanceof CreateModel created) {
                fresh.add(created.label().toLowerCase(Locale.ROOT));
            }
            if (!aboutFresh(one, fresh)) {
                new Rules(migration, one, state, dialect, found).look();
            }
            state = one.stateForwards(state);
        }
        return found;
    }

    /// Of a table that is new nobody notices anything.
    private static boolean aboutFresh(Operation one, List<String> fresh) {
        String label =
                switch (one) {
                    case ModelOperation model -> model.label();
                    case FieldOperation field -> field.label();
                    case AddIndex index -> index.label();
                    case AddConstraint constraint -> constraint.label();
                    case RemoveIndex index -> index.label();
                    default -> "";
                };
        return fresh.contains(label.toLowerCase(Locale.ROOT));
    }

    /// {@return code, place and sentence, for listings}
    @Override
    public String toString() {
        return "[" + code + "] " + migration + ", '" + operation + "': " + why + " " + way;
    }

    /// The rules, for one operation.
    private record Rules(
            MigrationName migration,
            Operation operation,
            ProjectState before,
            String dialect,
            List<UnsafeChange> found) {

        private void add(String code, String why, String way) {
            found.add(new UnsafeChange(code, migration, operation.describe(), why, way));
        }

        private boolean postgresql() {
            return dialect.equals("postgresql");
        }

        private void look() {
            switch (operation) {
                case AddField added -> added(added.state());
                case AlterField altered ->
                        altered(before.field(altered.label(), altered.field()), altered.state());
                case AddIndex _ when postgresql() ->
                        add(
                                "migrations.W042",
                                "nobody writes to the table until the index is made.",
                                "Use addIndexConcurrently in a migration with atomic(false); "
                                        + SAFE);
                case RemoveIndex _ when postgresql() ->
                        add(
                                "migrations.W042",
                                "it waits for all who use the table, and all who come wait for it.",
                                "Use removeIndexConcurrently in a migration with atomic(false); "
                                        + SAFE);
                case AddConstraint added -> constrained(added.constraint());
                case AlterUniqueTogether _ when !dialect.equals("sqlite") ->
                        add(
                                "migrations.W043",
                                "all rows are looked at while nobody writes to the table.",
                                "Make the unique index by hand and concurrently, and tell the"
                                        + " models by separately(...).");
                case RemoveField _, DeleteModel _ ->
                        add(
                                "migrations.W045",
                                "the program that still runs reads what is gone.",
                                "Deploy the program that does not use it first, and this after it.");
                case RenameField(_, _, _, boolean keepsColumn) when !keepsColumn ->
                        add(
                                "migrations.W046",
                                "the program that still runs asks for the old name.",
                                "Keep the column's name, by renameFieldOnly and @Field(column);"
                                        + " or add, copy and remove in three releases.");
                case RenameModel _, AlterModelTable _ ->
                        add(
                                "migrations.W046",
                                "the program that still runs asks for the old table.",
                                "Keep the table's name, by @Meta(table).");
                default -> {}
            }
        }

        private void added(FieldState field) {
            if (!field.hasColumn()) {
                return;
            }
            if (!field.nullable() && field.initial() == null && field.generated() == null) {
                add(
                        "migrations.W040",
                        "the program that still runs makes rows without it, which the database"
                                + " refuses.",
                        "Give it a default of the database's; or let it be NULL first, fill it, and"
                                + " require it later: "
                                + SAFE);
            }
            RelationState relation = field.relation();
            if (relation != null && relation.constraint() && postgresql()) {
                add(
                        "migrations.W047",
                        "nobody writes to either table until the key is laid.",
                        "Wait for a quiet hour, or lay the key by runSql with NOT VALID and VALIDATE"
                                + " it later.");
            }
            if ((field.unique() || field.index()) && postgresql()) {
                add(
                        "migrations.W049",
                        "nobody uses the table until the index of the field is made.",
                        "Add the field without, and its index concurrently in the next migration.");
            }
        }

        private void altered(FieldState was, FieldState is) {
            if (!was.hasColumn() || !is.hasColumn() || dialect.equals("sqlite")) {
                return;
            }
            if (was.nullable() && !is.nullable()) {
                add(
                        "migrations.W041",
                        "all rows are looked at while nobody uses the table.",
                        "Fill the rows first, then use requireField in a migration with"
                                + " atomic(false): "
                                + SAFE);
            }
            if (!sameRows(was.type().sql(), is.type().sql())) {
                add(
                        "migrations.W044",
                        "the whole table is written anew while nobody uses it.",
                        "Add a field of the new type, fill it in batches, and remove the old one in"
                                + " a later release.");
            }
            if (!was.unique() && is.unique()) {
                add(
                        "migrations.W043",
                        "all rows are looked at while nobody writes to the table.",
                        "Make the unique index by hand and concurrently, and tell the models by"
                                + " separately(...).");
            }
        }

        /// Text that may be longer is stored as it was.
        private boolean sameRows(SqlType was, SqlType is) {
            return was.equals(is)
                    || (was instanceof SqlType.VarChar(int old)
                            && (is instanceof SqlType.VarChar(int length)
                                    ? length >= old && (postgresql() || (old > 63) == (length > 63))
                                    : is instanceof SqlType.Text && postgresql()));
        }

        private void constrained(ConstraintState constraint) {
            if (dialect.equals("sqlite")) {
                return;
            }
            boolean check = constraint instanceof ConstraintState.Check;
            add(
                    "migrations.W043",
                    "all rows are looked at while nobody "
                            + (check && postgresql() ? "uses" : "writes to")
                            + " the table.",
                    check && postgresql()
                            ? "Use addConstraintNotValid, and validateConstraint in a later"
                                    + " migration: "
                                    + SAFE
                            : "Wait for a quiet hour.");
        }
    }
}
