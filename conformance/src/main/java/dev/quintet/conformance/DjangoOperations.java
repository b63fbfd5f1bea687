package dev.quintet.conformance;

import dev.quintet.migrations.operations.AddConstraint;
import dev.quintet.migrations.operations.AddField;
import dev.quintet.migrations.operations.AddIndex;
import dev.quintet.migrations.operations.AlterField;
import dev.quintet.migrations.operations.AlterModelOptions;
import dev.quintet.migrations.operations.AlterModelTable;
import dev.quintet.migrations.operations.AlterModelTableComment;
import dev.quintet.migrations.operations.AlterOrderWithRespectTo;
import dev.quintet.migrations.operations.AlterUniqueTogether;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.migrations.operations.DeleteModel;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.RemoveConstraint;
import dev.quintet.migrations.operations.RemoveField;
import dev.quintet.migrations.operations.RemoveIndex;
import dev.quintet.migrations.operations.RenameField;
import dev.quintet.migrations.operations.RenameIndex;
import dev.quintet.migrations.operations.RenameModel;
import dev.quintet.migrations.operations.RunSql;
import dev.quintet.migrations.operations.TableNames;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads operations as Django recorded them into ours.
///
/// @param app label of the app whose operations they are
record DjangoOperations(String app) {

    private static final RunSql UNKNOWN = RunSql.of("SELECT 1");

    List<Operation> all(List<?> json) {
        List<Operation> all = new ArrayList<>();
        Map<?, ?> pinned = Map.of();
        for (Object each : json) {
            Map<?, ?> one = DjangoStates.map(each);
            Operation read = one(one);
            // Django knows by the operation before that the column keeps its name.
            all.add(
                    read instanceof RenameField(String label, String field, String to, _)
                                    && field.equals(pinned.get("name"))
                            ? new RenameField(label, field, to, true)
                            : read);
            Map<?, ?> kwargs = DjangoStates.map(one.get("kwargs"));
            pinned = pins(one, kwargs) ? kwargs : Map.of();
        }
        return all;
    }

    private static boolean pins(Map<?, ?> operation, Map<?, ?> kwargs) {
        Map<?, ?> field = DjangoStates.map(DjangoStates.map(kwargs.get("field")).get("$field"));
        return "AlterField".equals(operation.get("op"))
                && DjangoStates.map(field.get("kwargs")).containsKey("db_column");
    }

    private Operation one(Map<?, ?> json) {
        Map<?, ?> kwargs = DjangoStates.map(json.get("kwargs"));
        return switch (DjangoStates.text(json, "op")) {
            case "CreateModel" -> new CreateModel(model(kwargs));
            case "DeleteModel" -> new DeleteModel(label(kwargs, "name"));
            case "RenameModel" ->
                    new RenameModel(
                            label(kwargs, "old_name"), DjangoStates.text(kwargs, "new_name"));
            case "AlterModelTable" -> new AlterModelTable(label(kwargs, "name"), table(kwargs));
            case "AlterModelTableComment" ->
                    new AlterModelTableComment(
                            label(kwargs, "name"),
                            kwargs.get("table_comment") instanceof String comment ? comment : "");
            case "AlterUniqueTogether" ->
                    new AlterUniqueTogether(
                            label(kwargs, "name"),
                            DjangoStates.together(kwargs.get("unique_together")));
            case "AlterOrderWithRespectTo" ->
                    new AlterOrderWithRespectTo(
                            label(kwargs, "name"), (String) kwargs.get("order_with_respect_to"));
            case "AlterModelOptions" ->
                    new AlterModelOptions(
                            label(kwargs, "name"),
                            DjangoStates.options(
                                    ModelState.of(app, DjangoStates.text(kwargs, "name")),
                                    DjangoStates.map(kwargs.get("options"))));
            case "AddField" ->
                    new AddField(label(kwargs, "model_name"), field(kwargs), keeps(kwargs));
            case "AlterField" ->
                    new AlterField(label(kwargs, "model_name"), field(kwargs), keeps(kwargs));
            case "RemoveField" ->
                    new RemoveField(label(kwargs, "model_name"), DjangoStates.text(kwargs, "name"));
            case "RenameField" ->
                    new RenameField(
                            label(kwargs, "model_name"),
                            DjangoStates.text(kwargs, "old_name"),
                            DjangoStates.text(kwargs, "new_name"));
            case "AddIndex" ->
                    new AddIndex(
                            label(kwargs, "model_name"),
                            DjangoStates.index(DjangoStates.map(kwargs.get("index"))));
            case "RemoveIndex" ->
                    new RemoveIndex(label(kwargs, "model_name"), DjangoStates.text(kwargs, "name"));
            case "RenameIndex" -> renamedIndex(kwargs);
            case "AddConstraint" ->
                    new AddConstraint(
                            label(kwargs, "model_name"),
                            DjangoStates.constraint(DjangoStates.map(kwargs.get("constraint"))));
            case "RemoveConstraint" ->
                    new RemoveConstraint(
                            label(kwargs, "model_name"), DjangoStates.text(kwargs, "name"));
            case "RunSQL", "RunPython" -> UNKNOWN;
            default -> throw new UncoveredException("the operation " + json.get("op"));
        };
    }

    private Operation renamedIndex(Map<?, ?> kwargs) {
        if (kwargs.get("old_fields") != null) {
            throw new UncoveredException("index_together, which Django 5.1 gave up");
        }
        return new RenameIndex(
                label(kwargs, "model_name"),
                DjangoStates.text(kwargs, "old_name"),
                DjangoStates.text(kwargs, "new_name"));
    }

    private ModelState model(Map<?, ?> kwargs) {
        if (DjangoStates.map(kwargs.get("options")).containsKey("index_together")) {
            throw new UncoveredException("index_together, which Django 5.1 gave up");
        }
        return DjangoStates.model(
                app,
                DjangoStates.text(kwargs, "name"),
                DjangoStates.list(kwargs.get("fields")),
                DjangoStates.map(kwargs.get("options")),
                kwargs.get("bases"));
    }

    private FieldState field(Map<?, ?> kwargs) {
        return DjangoStates.field(
                ModelState.of(app, DjangoStates.text(kwargs, "model_name")),
                DjangoStates.text(kwargs, "name"),
                DjangoStates.map(DjangoStates.map(kwargs.get("field")).get("$field")));
    }

    private String table(Map<?, ?> kwargs) {
        return kwargs.get("table") instanceof String table
                ? table
                : TableNames.usual(app, DjangoStates.text(kwargs, "name"));
    }

    private String label(Map<?, ?> kwargs, String name) {
        return app + "." + DjangoStates.text(kwargs, name);
    }

    private static boolean keeps(Map<?, ?> kwargs) {
        return !Boolean.FALSE.equals(kwargs.get("preserve_default"));
    }
}
