package dev.quintet.migrations;

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
import dev.quintet.migrations.operations.RunJava;
import dev.quintet.migrations.operations.RunSql;
import dev.quintet.migrations.operations.SeparateDatabaseAndState;
import dev.quintet.migrations.operations.ValidateConstraint;
import dev.quintet.orm.HistoricalModels;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelOptions;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A step from one state of an app's tables to the next. Django: `Migration`.
///
/// Plain Java: the constructor says all of it, and {@link HasMigrations} lists it. `makemigrations`
/// writes it.
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
public abstract non-sealed class Migration extends MigrationFields {

    private final MigrationName name;
    private final List<MigrationName> dependencies = new ArrayList<>();
    private final List<MigrationName> runBefore = new ArrayList<>();
    private final List<MigrationName> replaces = new ArrayList<>();
    private boolean atomic = true;
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

    /// {@return the class that it was written as}
    public Class<? extends Migration> source() {
        return getClass();
    }

    /// {@return the migrations that must be applied before}
    public final List<MigrationName> dependencies() {
        return List.copyOf(dependencies);
    }

    /// {@return the migrations that must not be applied before this one}
    public final List<MigrationName> runBefore() {
        return List.copyOf(runBefore);
    }

    /// {@return the migrations that it stands for, when it was squashed from others}
    public final List<MigrationName> replaces() {
        return List.copyOf(replaces);
    }

    /// {@return whether the database keeps it whole or not at all, where it can}
    public final boolean atomic() {
        return atomic;
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

    /// Lets this migration wait for the first one of an app, whatever it is called; for nothing
    /// where the app has none. For a model that sites may put another in the place of.
    protected final void dependsOnFirst(String app) {
        dependencies.add(new MigrationName(app, MigrationName.FIRST));
    }

    /// Lets this migration wait for the one that makes the model which a setting names, whichever
    /// that is: `dependsOnModelOf("AUTH_USER_MODEL")`. Relations lead there by {@link #modelOf}.
    /// Django: `swappable_dependency`.
    protected final void dependsOnModelOf(String setting) {
        dependencies.add(new MigrationName(MigrationName.SETTING, setting));
    }

    /// Lets a migration of another app, which cannot be edited, wait for this one.
    protected final void runsBefore(String app, String name) {
        runBefore.add(new MigrationName(app, name));
    }

    /// Lets this migration stand for another one of its app: where that was applied, this one need
    /// not be. `squashmigrations` writes it.
    protected final void replaces(String name) {
        replaces.add(new MigrationName(this.name.app(), name));
    }

    /// Says whether the database keeps this migration whole or not at all, which it does by itself
    /// where it can. One that is not atomic can make indexes without locking others out, and fill
    /// many rows batch by batch; it is gone on with where it stopped.
    protected final void atomic(boolean atomic) {
        this.atomic = atomic;
    }

    /// Adds what it does, behind what was added before.
    protected final void operations(Operation... more) {
        operations.addAll(List.of(more));
    }

    /// {@return the operation that makes a table for a model of this app, named as Django would}
    protected final Operation createModel(String model, FieldState... fields) {
        return new CreateModel(model(model).withFields(List.of(fields)));
    }

    /// {@return the operation that makes a model's table}
    ///
    /// @param model begun by {@link #model}, with a table, an order or indexes of its own
    protected final Operation createModel(ModelState model) {
        return new CreateModel(model);
    }

    /// {@return the operation that drops the table of a model of this app, and the rows in it}
    protected final Operation deleteModel(String model) {
        return new DeleteModel(label(model));
    }

    /// {@return the operation that gives a model, and its table, another name}
    protected final Operation renameModel(String model, String to) {
        return new RenameModel(label(model), to);
    }

    /// {@return the operation that gives a model's table another name}
    protected final Operation alterModelTable(String model, String table) {
        return new AlterModelTable(label(model), table);
    }

    /// {@return the operation that says something else of a table in the database's catalogue}
    ///
    /// @param comment empty for nothing
    protected final Operation alterModelTableComment(String model, String comment) {
        return new AlterModelTableComment(label(model), comment);
    }

    /// {@return the operation that changes what a model says of itself besides its table}
    ///
    /// @param options says all of them: what it leaves out is as if the model had said nothing
    protected final Operation alterModelOptions(
            String model, Consumer<ModelOptions.Draft> options) {
        return new AlterModelOptions(label(model), model(model).about(options).options());
    }

    /// {@return the operation that changes which scopes a model has}
    ///
    /// @param defaultManager the scope by which its rows are found, or empty
    protected final Operation alterModelManagers(
            String model, List<String> managers, String defaultManager) {
        return new AlterModelManagers(label(model), managers, defaultManager);
    }

    /// {@return the operation that changes which fields together are held by one row only}
    ///
    /// @param together all sets of fields from then on
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    protected final Operation alterUniqueTogether(String model, List<String>... together) {
        return new AlterUniqueTogether(label(model), List.of(together));
    }

    /// {@return the operation that lets users order the rows of a relation, or no longer}
    ///
    /// @param relation its name, or `null` for none
    protected final Operation alterOrderWithRespectTo(String model, @Nullable String relation) {
        return new AlterOrderWithRespectTo(label(model), relation);
    }

    /// {@return the operation that adds a field; rows that exist get its default}
    protected final Operation addField(String model, FieldState field) {
        return new AddField(label(model), field);
    }

    /// {@return the operation that adds a field which has no default}
    ///
    /// @param once what rows that exist get, as stored
    protected final Operation addField(String model, FieldState field, Object once) {
        return new AddField(label(model), field.fallingBackTo(once), false);
    }

    /// {@return the operation that removes a field, and what it held}
    protected final Operation removeField(String model, String field) {
        return new RemoveField(label(model), field);
    }

    /// {@return the operation that makes something else of a field}
    ///
    /// @param field as it is from then on
    protected final Operation alterField(String model, FieldState field) {
        return new AlterField(label(model), field);
    }

    /// {@return the operation that makes something else of a field which has no default}
    ///
    /// @param once what rows that hold NULL get, as stored
    protected final Operation alterField(String model, FieldState field, Object once) {
        return new AlterField(label(model), field.fallingBackTo(once), false);
    }

    /// {@return the operation that gives a field, and its column, another name}
    protected final Operation renameField(String model, String field, String to) {
        return new RenameField(label(model), field, to);
    }

    /// {@return the operation that gives a field another name, and leaves its column as it is
    /// called}
    protected final Operation renameFieldOnly(String model, String field, String to) {
        return new RenameField(label(model), field, to, true);
    }

    /// {@return the operation that makes an index}
    protected final Operation addIndex(String model, IndexState index) {
        return new AddIndex(label(model), index);
    }

    /// {@return the operation that drops an index}
    protected final Operation removeIndex(String model, String index) {
        return new RemoveIndex(label(model), index);
    }

    /// {@return the operation that gives an index another name}
    protected final Operation renameIndex(String model, String index, String to) {
        return new RenameIndex(label(model), index, to);
    }

    /// {@return the operation that holds all rows to something}
    protected final Operation addConstraint(String model, ConstraintState constraint) {
        return new AddConstraint(label(model), constraint);
    }

    /// {@return the operation that holds rows to something no longer}
    protected final Operation removeConstraint(String model, String constraint) {
        return new RemoveConstraint(label(model), constraint);
    }

    /// {@return the operation that runs these statements on any database; see {@link RunSql}}
    protected final RunSql runSql(String... statements) {
        return RunSql.of(statements);
    }

    /// {@return the operation that runs code over the rows, with the models as they are at this
    /// point; see {@link RunJava}}
    protected final RunJava runJava(Consumer<HistoricalModels> work) {
        return RunJava.of(work);
    }

    /// {@return the operation that makes an index while others write; see {@link
    /// AddIndexConcurrently}}
    protected final Operation addIndexConcurrently(String model, IndexState index) {
        return new AddIndexConcurrently(label(model), index);
    }

    /// {@return the operation that drops an index while others use the table; see {@link
    /// RemoveIndexConcurrently}}
    protected final Operation removeIndexConcurrently(String model, String index) {
        return new RemoveIndexConcurrently(label(model), index);
    }

    /// {@return the operation that holds new rows to something; see {@link AddConstraintNotValid}}
    protected final Operation addConstraintNotValid(String model, ConstraintState constraint) {
        return new AddConstraintNotValid(label(model), constraint);
    }

    /// {@return the operation that looks whether the rows that exist meet a constraint}
    protected final Operation validateConstraint(String model, String constraint) {
        return new ValidateConstraint(label(model), constraint);
    }

    /// {@return the operation that lets a field take NULL no longer; see {@link RequireField}}
    ///
    /// @param field as it is from then on
    protected final Operation requireField(String model, FieldState field) {
        return new RequireField(label(model), field);
    }

    /// {@return the operation that fills a field of rows that hold NULL, in batches; see {@link
    /// Backfill}}
    ///
    /// @param value what they get, as stored
    protected final Operation backfill(String model, String field, Object value) {
        return new Backfill(label(model), field, value);
    }

    /// {@return the operation that fills a field of rows that hold NULL, in batches of this size}
    protected final Operation backfill(String model, String field, Object value, int size) {
        return new Backfill(label(model), field, value, size);
    }

    /// {@return the operation that does one thing to the database and another to the models}
    protected final Operation separately(List<Operation> database, List<Operation> state) {
        return new SeparateDatabaseAndState(database, state);
    }

    /// {@return a model of this app without fields, for {@link #createModel(ModelState)}}
    protected final ModelState model(String model) {
        return ModelState.of(name.app(), model);
    }

    /// {@return this migration where the models that settings name are settled}
    ///
    /// @param labels says the label of a model, by the name of the setting that names it
    final Migration settled(UnaryOperator<String> labels) {
        List<Operation> settled = operations.stream().map(one -> one.settled(labels)).toList();
        return settled.equals(operations) ? this : new Settled(this, settled);
    }

    /// A migration in a site.
    private static final class Settled extends Migration {

        private final Class<? extends Migration> source;

        Settled(Migration written, List<Operation> operations) {
            super(written.name.app(), written.name.name());
            source = written.source();
            Migration mine = this;
            mine.dependencies.addAll(written.dependencies);
            mine.runBefore.addAll(written.runBefore);
            mine.replaces.addAll(written.replaces);
            mine.atomic = written.atomic;
            mine.operations.addAll(operations);
        }

        @Override
        public Class<? extends Migration> source() {
            return source;
        }
    }

    private String label(String model) {
        return name.app() + "." + model;
    }

    /// {@return `app.name`}
    @Override
    public final String toString() {
        return name.toString();
    }
}
