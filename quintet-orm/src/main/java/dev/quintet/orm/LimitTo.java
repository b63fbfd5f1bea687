package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;

/// Which rows a relation may be given: named by `@Field(limitTo = ...)`, asked anew each time, with
/// a constructor without parameters. Forms and the admin offer these rows alone, and `fullClean`
/// refuses others, except for many-to-many relations, which only forms check. What a program sets
/// and saves is not held against it. Django: `limit_choices_to`.
///
/// ```java
/// final class OpenHalls implements LimitTo<Hall> {
///     @Override
///     public QuerySet<Hall> among(QuerySet<Hall> halls) {
///         return halls.filter(Halls.open.eq(true));
///     }
/// }
///
/// @Field(limitTo = OpenHalls.class)
/// public final ForeignKey<Hall> hall = foreignKey(CASCADE);
/// ```
///
/// Safe for many threads.
///
/// @param <T> the model that the relation leads to
@FunctionalInterface
public interface LimitTo<T extends Entity> {

    /// {@return those of some rows that may be chosen, each once, and not sliced}
    ///
    /// @param rows all of the model
    QuerySet<T> among(QuerySet<T> rows);

    /// {@return the rows that a relation may be given: where nothing limits it, those that the
    /// catalogue's `all()` finds of the model that it leads to}
    ///
    /// @param model that has the relation
    static QuerySet<?> offered(ModelMapping<?> model, ModelRelation relation) {
        return limited(model, relation, relation.target().get());
    }

    @SuppressWarnings("unchecked") // the processor refuses what limits another model
    private static <T extends Entity> QuerySet<T> limited(
            ModelMapping<?> model, ModelRelation way, ModelMapping<T> target) {
        QuerySet<T> all = target.defaultRows();
        var limit = (LimitTo<T>) model.limit(way.name());
        if (limit == null) {
            return all;
        }
        QuerySet<T> some = limit.among(all);
        if (some.tree().sliced()) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E284",
                                    "The rows of "
                                            + model.state().name()
                                            + "."
                                            + way.name()
                                            + " are limited to a slice.")
                            .because("What was chosen is looked up among them: a slice cannot be.")
                            .fixedBy("Let " + limit.getClass().getSimpleName() + " filter them."));
        }
        return some;
    }

    /// Stands for no limit.
    final class None implements LimitTo<Entity> {

        private None() {}

        @Override
        public QuerySet<Entity> among(QuerySet<Entity> rows) {
            return rows;
        }
    }
}
