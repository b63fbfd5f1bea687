package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.ErrorType;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.Module;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.realdb.library.Book;
import dev.quintet.conformance.realdb.library.ExpensiveBook;
import dev.quintet.conformance.realdb.library.Language;
import dev.quintet.conformance.realdb.library.Role;
import dev.quintet.conformance.realdb.library.Status;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Rows;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A model class: what has `objects`, and makes objects when it is called.
///
/// @param mapping of the model
record ModelValue(ModelMapping<?> mapping) implements PythonObject {

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "objects", "_default_manager" -> managed();
            case "_base_manager" -> RowsValue.of(all(mapping), mapping);
            case "DoesNotExist", "MultipleObjectsReturned", "NotUpdated" -> new ErrorType(name);
            case "__name__" -> mapping.state().name();
            case "_meta" -> meta();
            case "Status" -> new ChoicesValue(Status.class);
            case "Language" -> new ChoicesValue(Language.class);
            case "Role" -> new ChoicesValue(Role.class);
            case "from_db" -> MISSING;
            default -> unbound(name);
        };
    }

    private RowsValue managed() {
        RowsValue all = RowsValue.of(all(mapping), mapping);
        return mapping.type() == ExpensiveBook.class ? all.with(expensive(all.rows())) : all;
    }

    @SuppressWarnings("unchecked") // the rows are of this model
    private static Rows<?> expensive(Rows<?> rows) {
        return ExpensiveBook.expensive((QuerySet<ExpensiveBook>) rows);
    }

    private static <M extends Entity> QuerySet<M> all(ModelMapping<M> mapping) {
        return QuerySet.of(mapping);
    }

    /// `Book.save(book)`: a method that is told its object.
    private static Object unbound(String name) {
        return (Function)
                arguments ->
                        arguments.get(0) instanceof EntityValue entity
                                        && entity.attribute(name) instanceof Function method
                                ? method.call(
                                        new Arguments(
                                                arguments.positional().subList(1, arguments.size()),
                                                arguments.named()))
                                : PythonObject.MISSING;
    }

    private Module meta() {
        Map<String, @Nullable Object> meta = new HashMap<>();
        meta.put("label", mapping.state().label());
        meta.put("label_lower", mapping.state().label().toLowerCase(Locale.ROOT));
        meta.put("object_name", mapping.state().name());
        meta.put("model_name", mapping.state().name().toLowerCase(Locale.ROOT));
        meta.put("app_label", mapping.state().app());
        meta.put("db_table", mapping.state().table());
        meta.put("verbose_name", mapping.state().verboseName());
        meta.put("verbose_name_plural", mapping.state().verboseNamePlural());
        return new Module("Options", meta);
    }

    /// {@return a step that the model adds to its QuerySets, or `null`}
    @SuppressWarnings("unchecked") // the rows are of the model that has the step
    static @Nullable Function scope(RowsValue it, String name) {
        return name.equals("in_print") && it.mapping().type() == Book.class
                ? _ -> it.with(Book.inPrint((QuerySet<Book>) it.rows()))
                : null;
    }

    @Override
    public Object call(Arguments arguments) {
        if (arguments.size() > 0) {
            throw new PythonError("TypeError", "Give fields by their names.");
        }
        EntityValue made = new EntityValue(mapping.blank());
        arguments.named().forEach((name, value) -> EntityMethods.given(made, name, value));
        return made;
    }

    @Override
    public @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        return operator.equals("==") ? equals(other) : MISSING;
    }

    @Override
    public String text() {
        return "<class '" + mapping.state().label() + "'>";
    }

    @Override
    public String typeName() {
        return "ModelBase";
    }
}
