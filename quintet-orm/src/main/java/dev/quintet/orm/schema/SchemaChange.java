package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.util.Collection;
import java.util.List;

/// Says how tables that exist are changed, from the models before and after as values. Django: the
/// `alter_` and `add_` methods of `SchemaEditor`.
///
/// PostgreSQL and MariaDB change a table in place. SQLite can do that with little only: for the
/// rest a new table is made, the rows are copied, and it takes the old one's place. Nothing is sent
/// by this: the statements are for the caller to run, in order, in one transaction where the
/// database has that for changes of tables. Implementations are immutable.
public interface SchemaChange {

    /// {@return the change of one kind of database}
    ///
    /// @param before all models as they were
    /// @param after all models as they will be
    /// @param rules what the database calls the rules of columns
    static SchemaChange of(
            Dialect dialect,
            Collection<ModelState> before,
            Collection<ModelState> after,
            TableRules rules) {
        var states = new States(dialect, before, after);
        return SchemaFeatures.of(dialect).keysInline()
                ? new TableRebuild(states, rules)
                : new TableAlteration(states, rules);
    }

    /// {@return the statements that add a field's column, or the table of its relation}
    ///
    /// @param label of the model, as `app.Model`
    /// @param field its default in Java is what rows that exist get
    List<String> addField(String label, FieldState field);

    /// {@return the statements that drop a field's column, or the table of its relation}
    List<String> removeField(String label, FieldState field);

    /// {@return the statements that make another column of a field's; none where it stays as it is}
    ///
    /// @param was the field before
    /// @param is the field after; its default in Java is what rows that hold NULL get, where it
    ///   takes NULL no longer
    List<String> alterField(String label, FieldState was, FieldState is);

    /// {@return the statements that give a model's table, and those of its relations, other names}
    List<String> moveTable(String oldLabel, String newLabel);

    /// {@return the statements that let other fields together be held by one row only}
    List<String> alterUniqueTogether(String label);

    /// {@return the statements that hold rows to a constraint}
    List<String> addConstraint(String label, ConstraintState constraint);

    /// {@return the statements that hold rows to a constraint no longer}
    List<String> removeConstraint(String label, ConstraintState constraint);

    /// {@return the statements that make an index}
    List<String> addIndex(String label, IndexState index);

    /// {@return the statements that drop an index}
    List<String> removeIndex(String label, IndexState index);

    /// {@return the statements that give an index another name}
    List<String> renameIndex(String label, IndexState was, IndexState is);

    /// {@return the statements that say something else of a table in the database's catalogue}
    List<String> alterComment(String label);
}
