package dev.quintet.migrations;

import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.migrations.operations.DeleteModel;
import dev.quintet.migrations.operations.RunSql;

import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.List;

/// A step from one state of an app's tables to the next. Django: `Migration`.
///
/// Plain Java: the constructor says all of it, and {@link HasMigrations} lists it.
///
/// ```java
/// public final class M0001Initial extends Migration {
///     public M0001Initial() {
///         super("catalog", "0001_initial");
///         operations(
///                 createModel("Artist", id(), field("name", FieldType.text(120))),
///                 createModel(
///                         "Album",
///                         id(),
///                         field("title", FieldType.text(200)),
///                         foreignKey("artist", "catalog.Artist", OnDelete.CASCADE)));
///     }
/// }
/// ```
///
/// What was applied somewhere is never edited: write the next one. Not to be changed once made;
/// safe for many threads from then on.
public abstract class Migration {

    private final MigrationName name;
    private final List<MigrationName> dependencies = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    /// A migration without operations yet.
    ///
    /// @param app label of the app whose tables it changes
    /// @param name unique in the app, such as `0001_initial`
    protected Migration(String app, String name) {
        this.name = new MigrationName(app, name);
    }

    /// {@return which it is}
    public final MigrationName name() {
        return name;
    }

    /// {@return the migrations that must be applied before}
    public final List<MigrationName> dependencies() {
        return List.copyOf(dependencies);
    }

    /// {@return what it does, in order}
    public final List<Operation> operations() {
        return List.copyOf(operations);
    }

    /// Lets this migration wait for another: the one before it in its own app, or one of an app
    /// whose tables it leads to.
    protected final void dependsOn(String app, String name) {
        dependencies.add(new MigrationName(app, name));
    }

    /// Adds what it does, behind what was added before.
    protected final void operations(Operation... more) {
        operations.addAll(List.of(more));
    }

    /// {@return the operation that makes a table for a model of this app, named as Django would}
    protected final Operation createModel(String model, FieldState... fields) {
        return new CreateModel(ModelState.of(name.app(), model).withFields(List.of(fields)));
    }

    /// {@return the operation that makes a model's table}
    ///
    /// @param model begun by {@link #model}, with a table, an order or indexes of its own
    protected final Operation createModel(ModelState model) {
        return new CreateModel(model);
    }

    /// {@return the operation that drops the table of a model of this app, and the rows in it}
    protected final Operation deleteModel(String model) {
        return new DeleteModel(name.app() + "." + model);
    }

    /// {@return the operation that runs these statements on any database; see {@link RunSql}}
    protected final RunSql runSql(String... statements) {
        return RunSql.of(statements);
    }

    /// {@return a model of this app without fields, for {@link #createModel(ModelState)}}
    protected final ModelState model(String model) {
        return ModelState.of(name.app(), model);
    }

    /// {@return the key `id` that the database gives, 8 bytes wide}
    protected static FieldState id() {
        return FieldState.of("id", FieldType.bigAuto()).asKey();
    }

    /// {@return a field that must have a value, in a column of its own name}
    protected static FieldState field(String field, FieldType type) {
        return FieldState.of(field, type);
    }

    /// {@return a relation in the column `name_id`, with an index}
    ///
    /// @param target as `app.Model`
    protected static FieldState foreignKey(String field, String target, OnDelete onDelete) {
        return FieldState.of(field, FieldType.foreignKey())
                .inColumn(field + "_id")
                .indexed()
                .leadingTo(RelationState.to(target, onDelete));
    }

    /// {@return `app.name`}
    @Override
    public final String toString() {
        return name.toString();
    }
}
