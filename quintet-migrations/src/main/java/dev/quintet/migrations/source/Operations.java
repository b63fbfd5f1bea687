package dev.quintet.migrations.source;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.JavaSource;
import dev.quintet.migrations.error.StateException;
import dev.quintet.migrations.operations.AddConstraint;
import dev.quintet.migrations.operations.AddConstraintNotValid;
import dev.quintet.migrations.operations.AddField;
import dev.quintet.migrations.operations.AddIndex;
import dev.quintet.migrations.operations.AddIndexConcurrently;
import dev.quintet.migrations.operations.AlterField;
import dev.quintet.migrations.operations.AlterModelManagers;
import dev.quintet.migrations.operations.AlterModelOptions;
import dev.quintet.migrations.operations.AlterModelTable;
import dev.quintet.migrations.operations.AlterModelTableComment;
import dev.quintet.migrations.operations.AlterOrderWithRespectTo;
import dev.quintet.migrations.operations.AlterUniqueTogether;
import dev.quintet.migrations.operations.Backfill;
import dev.quintet.migrations.operations.Borrowed;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.migrations.operations.DeleteModel;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.RemoveConstraint;
import dev.quintet.migrations.operations.RemoveField;
import dev.quintet.migrations.operations.RemoveIndex;
import dev.quintet.migrations.operations.RemoveIndexConcurrently;
import dev.quintet.migrations.operations.RenameField;
import dev.quintet.migrations.operations.RenameIndex;
import dev.quintet.migrations.operations.RenameModel;
import dev.quintet.migrations.operations.RequireField;
import dev.quintet.migrations.operations.RunSql;
import dev.quintet.migrations.operations.SeparateDatabaseAndState;
import dev.quintet.migrations.operations.ValidateConstraint;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Operations in the words of a migration.
final class Operations {

    private final Values values;
    private final Fields fields;
    private final Models models;
    private final UnaryOperator<String> proper;

    /// @param proper says how a model's class is written, by its label in any case
    /// @param named the names of the settings that name models, by their labels in small letters
    Operations(Values values, UnaryOperator<String> proper, Map<String, String> named) {
        this.values = values;
        this.proper = proper;
        fields = new Fields(values, named);
        models = new Models(values, fields);
    }

    Code of(Operation operation) {
        return switch (operation) {
            case CreateModel(ModelState model) -> models.creation(model);
            case DeleteModel(String label) -> say("deleteModel", label);
            case RenameModel(String label, String to) -> say("renameModel", label, to);
            case AlterModelTable(String label, String table) ->
                    say("alterModelTable", label, table);
            case AlterModelTableComment(String label, String comment) ->
                    say("alterModelTableComment", label, comment);
            case AlterModelOptions altered -> options(altered);
            case AlterModelManagers(String label, List<String> managers, String first) ->
                    say("alterModelManagers", label, managers, first);
            case AlterUniqueTogether(String label, List<List<String>> together) ->
                    say("alterUniqueTogether", label, together.toArray(Object[]::new));
            case AlterOrderWithRespectTo(String label, String relation) ->
                    Code.call(
                            "alterOrderWithRespectTo", List.of(model(label), values.of(relation)));
            case AddField(String label, FieldState field, boolean keepsDefault) ->
                    field("addField", label, field, keepsDefault);
            case AlterField(String label, FieldState field, boolean keepsDefault) ->
                    field("alterField", label, field, keepsDefault);
            case RemoveField(String label, String field) -> say("removeField", label, field);
            case RenameField renamed ->
                    say(
                            renamed.keepsColumn() ? "renameFieldOnly" : "renameField",
                            renamed.label(),
                            renamed.field(),
                            renamed.to());
            case AddIndex(String label, IndexState index) ->
                    Code.call("addIndex", List.of(model(label), index(index)));
            case RemoveIndex(String label, String name) -> say("removeIndex", label, name);
            case RenameIndex(String label, String name, String to) ->
                    say("renameIndex", label, name, to);
            case AddConstraint added -> say("addConstraint", added.label(), added.constraint());
            case RemoveConstraint(String label, String name) ->
                    say("removeConstraint", label, name);
            case AddIndexConcurrently(String label, IndexState index) ->
                    Code.call("addIndexConcurrently", List.of(model(label), index(index)));
            case RemoveIndexConcurrently(String label, String name) ->
                    say("removeIndexConcurrently", label, name);
            case AddConstraintNotValid added ->
                    say("addConstraintNotValid", added.label(), added.constraint());
            case ValidateConstraint(String label, String name) ->
                    say("validateConstraint", label, name);
            case RequireField(String label, FieldState field) ->
                    Code.call("requireField", List.of(model(label), fields.of(field)));
            case Backfill(String label, String field, Object value, int size) ->
                    size == Backfill.USUAL_SIZE
                            ? say("backfill", label, field, value)
                            : say("backfill", label, field, value, size);
            case SeparateDatabaseAndState(var database, var state) ->
                    Code.call("separately", List.of(list(database), list(state)));
            case RunSql sql -> sql(sql);
            case Borrowed(_, String code) -> Code.text(code);
            default -> throw unwritable(operation);
        };
    }

    private Code sql(RunSql sql) {
        List<Code.Call> calls = new ArrayList<>();
        new TreeMap<>(sql.forwards())
                .forEach((kind, statements) -> {
                    String word = !calls.isEmpty() ? "and" : kind.isEmpty() ? "of" : "on";
                    calls.add(statements(word, kind, statements));
                });
        new TreeMap<>(sql.backwards())
                .forEach((kind, statements) ->
                        calls.add(
                                statements(
                                        kind.isEmpty() ? "reverse" : "reverseOn",
                                        kind,
                                        statements)));
        return new Code.Chain(Code.text(values.name(RunSql.class)), calls);
    }

    private static Code.Call statements(String word, String kind, List<String> statements) {
        List<Code> words = new ArrayList<>();
        if (!kind.isEmpty()) {
            words.add(Code.text(JavaSource.literal(kind)));
        }
        statements.forEach(one -> words.add(Code.text(JavaSource.literal(one))));
        return Code.call(word, words);
    }

    private Code list(List<Operation> operations) {
        return Code.call(
                values.name(List.class) + ".of", operations.stream().map(this::of).toList());
    }

    private Code say(String word, String label, Object... args) {
        List<Code> codes = new ArrayList<>();
        codes.add(model(label));
        codes.addAll(values.all(List.of(args)));
        return Code.call(word, codes);
    }

    private Code model(String label) {
        String written = proper.apply(label);
        return values.of(written.substring(written.indexOf('.') + 1));
    }

    private Code field(String word, String label, FieldState field, boolean keepsDefault) {
        Object once = field.fallback();
        if (keepsDefault || once == null) {
            return Code.call(word, List.of(model(label), fields.of(field)));
        }
        return Code.call(
                word, List.of(model(label), fields.of(field.fallingBackTo(null)), values.of(once)));
    }

    private Code options(AlterModelOptions altered) {
        String label = altered.label();
        int dot = label.indexOf('.');
        ModelState usual = ModelState.of(label.substring(0, dot), label.substring(dot + 1));
        return Code.call(
                "alterModelOptions",
                List.of(model(label), models.options(usual.options(), altered.options())));
    }

    private Code index(IndexState index) {
        List<String> names = new ArrayList<>();
        for (IndexState.Part part : index.parts()) {
            names.add((part.descending() ? "-" : "") + part.field());
        }
        if (!index.plain() || !index.equals(IndexState.of(index.name(), names))) {
            return values.of(index);
        }
        names.addFirst(index.name());
        return Code.call("index", values.all(names));
    }

    private static StateException unwritable(Operation operation) {
        return new StateException(
                Problem.of(
                                "migrations.E020",
                                "The operation '"
                                        + operation.describe()
                                        + "' cannot be written down.")
                        .because("Only the operations that makemigrations finds can.")
                        .fixedBy("Write the migration by hand."));
    }
}
