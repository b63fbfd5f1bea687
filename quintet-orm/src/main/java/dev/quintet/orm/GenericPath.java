package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// A relation of R to rows of any model, as queries name it. Generated catalogues have one for each
/// {@link GenericForeignKey}.
///
/// @param <R> the model that it starts from
public final class GenericPath<R> {

    private final FieldPath type;
    private final FieldPath key;
    private final FieldPath path;
    private final ModelMapping<?> keeping;
    private final GenericTie tie;

    /// The relation of these fields; generated catalogues call this.
    ///
    /// @param steps the way from R to the model that has the fields
    public GenericPath(FieldPath steps, ModelMapping<?> keeping, GenericTie tie) {
        this.type = steps.then(tie.type());
        this.key = steps.then(tie.key());
        this.path = steps.then(tie.name());
        this.keeping = keeping;
        this.tie = tie;
    }

    FieldPath path() {
        return path;
    }

    /// {@return whether it leads to this object}
    ///
    /// @throws DetachedRelationException when the object was never saved
    public Condition<R> eq(Entity target) {
        Objects.requireNonNull(target, "A relation is compared with nothing by isNull().");
        Object kept = GenericRows.kept(keeping, tie, target);
        if (kept == null) {
            throw new DetachedRelationException();
        }
        Node same = new Node.Compare(Lookup.EXACT, new Node.Field(key), new Node.Value(kept));
        return new Condition<>(
                new Node.And(
                        List.of(
                                typed(Mappings.of(target).concrete(), Relations.databaseOf(target)),
                                same)));
    }

    /// {@return whether it leads to one of these objects}
    ///
    /// @param targets saved ones, all of one model
    /// @throws DetachedRelationException when one was never saved
    public Condition<R> in(Collection<? extends Entity> targets) {
        var kept = new ArrayList<Object>();
        for (Entity target : targets) {
            Object key = GenericRows.kept(keeping, tie, target);
            if (key == null) {
                throw new DetachedRelationException();
            }
            kept.add(key);
        }
        Node among = new Node.In(new Node.Field(key), kept);
        if (targets.isEmpty()) {
            return new Condition<>(among);
        }
        Entity any = targets.iterator().next();
        Node model = typed(Mappings.of(any).concrete(), Relations.databaseOf(any));
        return new Condition<>(new Node.And(List.of(model, among)));
    }

    /// {@return the names of its two fields}
    public GenericTie tie() {
        return tie;
    }

    /// {@return whether it leads to a row of this model}
    public Condition<R> isA(Class<? extends Entity> model) {
        ModelMapping<?> mapping = Mappings.of(model).concrete();
        return new Condition<>(typed(mapping, Routed.forRead(mapping, Routed.UNCHOSEN)));
    }

    private Node typed(ModelMapping<?> model, String alias) {
        return new Node.Compare(
                Lookup.EXACT,
                new Node.Field(type),
                new Node.Value(GenericRows.types().keyOf(model, alias)));
    }

    /// {@return whether it leads nowhere}
    public Condition<R> isNull() {
        return new Condition<>(new Node.IsNull(new Node.Field(type), true));
    }

    /// {@return whether it leads somewhere}
    public Condition<R> isNotNull() {
        return new Condition<>(new Node.IsNull(new Node.Field(type), false));
    }

    /// {@return what loads all that it leads to, in one statement for each model}
    ///
    /// @param rows queries by which rows of their models are found, for less or more of them
    public Prefetch prefetch(QuerySet<?>... rows) {
        return Prefetch.of(this, rows);
    }
}
