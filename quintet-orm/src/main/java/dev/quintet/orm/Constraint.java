package dev.quintet.orm;

import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;

/// What all rows of a model must satisfy: held by the database, and told in people's words when an
/// object is validated. Immutable. Django: `CheckConstraint`, `UniqueConstraint`,
/// `ExclusionConstraint`.
///
/// @param <R> the model
public final class Constraint<R> {

    private final ConstraintState state;

    private Constraint(ConstraintState state) {
        this.state = state;
    }

    /// {@return a condition on each row; a row for which it is unknown satisfies it}
    ///
    /// @param name unique in the database; `%(class)s` and `%(app_label)s` are filled in
    public static <R> Constraint<R> check(String name, Condition<R> condition) {
        return new Constraint<>(new ConstraintState.Check(name, condition.node(), "", ""));
    }

    /// {@return that no two rows agree in all of these fields or expressions}
    ///
    /// @param name unique in the database; `%(class)s` and `%(app_label)s` are filled in
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> Constraint<R> unique(String name, Selectable<R>... parts) {
        List<IndexState.Part> all = new ArrayList<>();
        for (Selectable<R> part : parts) {
            all.add(TableIndex.part(part, false, ""));
        }
        return new Constraint<>(
                new ConstraintState.Unique(
                        name, all, null, List.of(), ConstraintState.Deferral.NEVER, null, "", ""));
    }

    /// {@return that no two rows meet in all parts that {@link #against} adds; PostgreSQL only}
    ///
    /// @param name unique in the database
    public static <R> Constraint<R> exclusion(String name) {
        return new Constraint<>(
                new ConstraintState.Exclusion(
                        name, "gist", List.of(), null, ConstraintState.Deferral.NEVER, "", ""));
    }

    /// {@return this exclusion with one more part, compared by an operator such as `&&`}
    public Constraint<R> against(Selectable<R> part, String operator) {
        if (!(state instanceof ConstraintState.Exclusion it)) {
            throw new IllegalStateException("Only an exclusion compares by operators.");
        }
        List<ConstraintState.Against> parts = new ArrayList<>(it.parts());
        parts.add(new ConstraintState.Against(TableIndex.part(part, false, ""), operator));
        return new Constraint<>(
                new ConstraintState.Exclusion(
                        it.name(),
                        it.method(),
                        parts,
                        it.condition(),
                        it.deferral(),
                        it.message(),
                        it.code()));
    }

    /// {@return this constraint for the rows that meet a condition alone}
    public Constraint<R> where(Condition<R> condition) {
        Node node = condition.node();
        return switch (state) {
            case ConstraintState.Unique it ->
                    new Constraint<>(
                            new ConstraintState.Unique(
                                    it.name(),
                                    it.parts(),
                                    node,
                                    it.include(),
                                    it.deferral(),
                                    it.nullsDistinct(),
                                    it.message(),
                                    it.code()));
            case ConstraintState.Exclusion it ->
                    new Constraint<>(
                            new ConstraintState.Exclusion(
                                    it.name(),
                                    it.method(),
                                    it.parts(),
                                    node,
                                    it.deferral(),
                                    it.message(),
                                    it.code()));
            case ConstraintState.Check _ ->
                    throw new IllegalStateException("A check is a condition itself.");
        };
    }

    /// {@return this constraint, looked at when the transaction ends}
    public Constraint<R> deferred() {
        return deferral(ConstraintState.Deferral.DEFERRED);
    }

    /// {@return this constraint, looked at after each statement unless a transaction puts it off}
    public Constraint<R> deferrable() {
        return deferral(ConstraintState.Deferral.IMMEDIATE);
    }

    private Constraint<R> deferral(ConstraintState.Deferral deferral) {
        return switch (state) {
            case ConstraintState.Unique it ->
                    new Constraint<>(
                            new ConstraintState.Unique(
                                    it.name(),
                                    it.parts(),
                                    it.condition(),
                                    it.include(),
                                    deferral,
                                    it.nullsDistinct(),
                                    it.message(),
                                    it.code()));
            case ConstraintState.Exclusion it ->
                    new Constraint<>(
                            new ConstraintState.Exclusion(
                                    it.name(),
                                    it.method(),
                                    it.parts(),
                                    it.condition(),
                                    deferral,
                                    it.message(),
                                    it.code()));
            case ConstraintState.Check _ ->
                    throw new IllegalStateException("A check is looked at with its row.");
        };
    }

    /// {@return this unique constraint, for which rows with NULL agree, or never do}
    public Constraint<R> nullsDistinct(boolean distinct) {
        ConstraintState.Unique it = unique();
        return new Constraint<>(
                new ConstraintState.Unique(
                        it.name(),
                        it.parts(),
                        it.condition(),
                        it.include(),
                        it.deferral(),
                        distinct,
                        it.message(),
                        it.code()));
    }

    /// {@return this unique constraint, whose index keeps more fields}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Constraint<R> include(Selectable<R>... fields) {
        ConstraintState.Unique it = unique();
        return new Constraint<>(
                new ConstraintState.Unique(
                        it.name(),
                        it.parts(),
                        it.condition(),
                        TableIndex.names(fields),
                        it.deferral(),
                        it.nullsDistinct(),
                        it.message(),
                        it.code()));
    }

    /// {@return this unique constraint, whose parts compare by these classes of operators, in
    /// order}
    public Constraint<R> operators(String... classes) {
        ConstraintState.Unique it = unique();
        return new Constraint<>(
                new ConstraintState.Unique(
                        it.name(),
                        TableIndex.withOperators(it.parts(), classes),
                        it.condition(),
                        it.include(),
                        it.deferral(),
                        it.nullsDistinct(),
                        it.message(),
                        it.code()));
    }

    /// {@return this constraint, of whose breach people are told in these words}
    ///
    /// @param message a sentence; `%(name)s` is the constraint's name
    /// @param code stable identifier; empty for the usual one
    public Constraint<R> violation(String message, String code) {
        return switch (state) {
            case ConstraintState.Check it ->
                    new Constraint<>(
                            new ConstraintState.Check(it.name(), it.condition(), message, code));
            case ConstraintState.Unique it ->
                    new Constraint<>(
                            new ConstraintState.Unique(
                                    it.name(),
                                    it.parts(),
                                    it.condition(),
                                    it.include(),
                                    it.deferral(),
                                    it.nullsDistinct(),
                                    message,
                                    code));
            case ConstraintState.Exclusion it ->
                    new Constraint<>(
                            new ConstraintState.Exclusion(
                                    it.name(),
                                    it.method(),
                                    it.parts(),
                                    it.condition(),
                                    it.deferral(),
                                    message,
                                    code));
        };
    }

    private ConstraintState.Unique unique() {
        if (state instanceof ConstraintState.Unique it) {
            return it;
        }
        throw new IllegalStateException("Only a unique constraint can say so.");
    }

    /// {@return it as a value without the model's class}
    public ConstraintState state() {
        return state;
    }

    /// {@return a model with these constraints besides; for generated mappings}
    public static <M> ModelState added(ModelState model, List<Constraint<M>> constraints) {
        ModelState all = model;
        for (Constraint<M> one : constraints) {
            all = all.with(StoredValues.of(model).constraint(one.state));
        }
        return all;
    }
}
