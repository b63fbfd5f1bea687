package dev.quintet.orm;

import dev.quintet.kernel.signal.Receiver;
import dev.quintet.kernel.signal.Signal;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happens to objects, for those who listen. Django: `django.db.models.signals`.
///
/// Receivers run in the thread that saves or deletes, within its transaction; {@link #afterCommit}
/// puts one off until the row is kept for good. What works on many rows at once is silent:
/// `update`, `bulkCreate`, `bulkUpdate`, and deletions by the database itself. Where nobody listens
/// no event is made. Safe for many threads.
public final class ModelSignals {

    /// Before a save.
    public static final Signal<SaveEvent<?>> PRE_SAVE = Signal.named("orm.pre_save");

    /// After a save, before the transaction ends.
    public static final Signal<SaveEvent<?>> POST_SAVE = Signal.named("orm.post_save");

    /// Before a row is deleted, also where it goes with another.
    public static final Signal<DeleteEvent<?>> PRE_DELETE = Signal.named("orm.pre_delete");

    /// After a row was deleted, before the transaction ends.
    public static final Signal<DeleteEvent<?>> POST_DELETE = Signal.named("orm.post_delete");

    /// After an object was read from a row.
    public static final Signal<LoadEvent<?>> POST_INIT = Signal.named("orm.post_init");

    /// Before and after rows are tied by a table between.
    public static final Signal<TiesEvent> M2M_CHANGED = Signal.named("orm.m2m_changed");

    private ModelSignals() {}

    /// Listens before objects of a model are saved.
    public static <M extends Entity> Signal.Connection<SaveEvent<?>> preSave(
            Class<M> sender, Receiver<SaveEvent<M>> receiver) {
        return saves(PRE_SAVE, sender, receiver);
    }

    /// Listens after objects of a model were saved.
    public static <M extends Entity> Signal.Connection<SaveEvent<?>> postSave(
            Class<M> sender, Receiver<SaveEvent<M>> receiver) {
        return saves(POST_SAVE, sender, receiver);
    }

    /// Listens before objects of a model are deleted.
    public static <M extends Entity> Signal.Connection<DeleteEvent<?>> preDelete(
            Class<M> sender, Receiver<DeleteEvent<M>> receiver) {
        return deletes(PRE_DELETE, sender, receiver);
    }

    /// Listens, once for each id, before objects of a class or of those below it are deleted: for
    /// who does not know the model, such as that of a site's own users.
    ///
    /// @param id `null` to listen whoever does already
    public static <M extends Entity> Signal.Connection<DeleteEvent<?>> preDelete(
            @Nullable String id, Class<M> type, Receiver<DeleteEvent<M>> receiver) {
        return PRE_DELETE.connect(
                id, type, event -> type.isInstance(event.instance()), new Narrowed<>(receiver));
    }

    /// Listens after objects of a model were deleted.
    public static <M extends Entity> Signal.Connection<DeleteEvent<?>> postDelete(
            Class<M> sender, Receiver<DeleteEvent<M>> receiver) {
        return deletes(POST_DELETE, sender, receiver);
    }

    /// Listens after objects of a model were read from rows.
    public static <M extends Entity> Signal.Connection<LoadEvent<?>> postInit(
            Class<M> sender, Receiver<LoadEvent<M>> receiver) {
        return POST_INIT.connect(
                null,
                sender,
                event -> event.instance().getClass().equals(sender),
                new Narrowed<>(receiver));
    }

    /// Listens when the rows of one relation change.
    ///
    /// @param relation name of the field
    public static Signal.Connection<TiesEvent> m2mChanged(
            Class<? extends Entity> sender, String relation, Receiver<TiesEvent> receiver) {
        return M2M_CHANGED.connect(
                null,
                sender,
                event ->
                        event.instance().getClass().equals(sender)
                                && event.relation().equals(relation),
                receiver);
    }

    /// {@return a receiver that calls `receiver` once the transaction was kept for good; never when
    /// it was taken back, so it sees no row that is not there}
    public static <E> Receiver<E> afterCommit(Receiver<E> receiver) {
        return new AfterCommit<>(receiver);
    }

    private static <M extends Entity> Signal.Connection<SaveEvent<?>> saves(
            Signal<SaveEvent<?>> signal, Class<M> sender, Receiver<SaveEvent<M>> receiver) {
        return signal.connect(
                null,
                sender,
                event -> event.instance().getClass().equals(sender),
                new Narrowed<>(receiver));
    }

    private static <M extends Entity> Signal.Connection<DeleteEvent<?>> deletes(
            Signal<DeleteEvent<?>> signal, Class<M> sender, Receiver<DeleteEvent<M>> receiver) {
        return signal.connect(
                null,
                sender,
                event -> event.instance().getClass().equals(sender),
                new Narrowed<>(receiver));
    }

    /// Of the events of all models it is given those of one.
    private record Narrowed<A, E extends A>(Receiver<E> receiver) implements Receiver<A> {

        @Override
        @SuppressWarnings("unchecked") // the instance is of the sender, so the event is of it
        public void receive(A event) throws Exception {
            receiver.receive((E) event);
        }

        @Override
        public Class<?> origin() {
            return receiver.origin();
        }
    }

    private record AfterCommit<E>(Receiver<E> receiver) implements Receiver<E> {

        @Override
        public void receive(E event) {
            Transaction.onCommit(() -> {
                try {
                    receiver.receive(event);
                } catch (RuntimeException thrown) {
                    throw thrown;
                } catch (Exception thrown) {
                    throw new UndeclaredThrowableException(thrown);
                }
            });
        }

        @Override
        public Class<?> origin() {
            return receiver.origin();
        }
    }

    static void loaded(Entity object) {
        if (POST_INIT.hasReceivers(object.getClass())) {
            POST_INIT.send(new LoadEvent<>(object));
        }
    }

    static void preSave(Entity object, @Nullable List<String> fields, String database) {
        if (PRE_SAVE.hasReceivers(object.getClass())) {
            PRE_SAVE.send(new SaveEvent<>(object, false, names(fields), database));
        }
    }

    static void postSave(
            Entity object, boolean created, @Nullable List<String> fields, String database) {
        if (POST_SAVE.hasReceivers(object.getClass())) {
            POST_SAVE.send(new SaveEvent<>(object, created, names(fields), database));
        }
    }

    private static @Nullable Set<String> names(@Nullable List<String> fields) {
        return fields == null ? null : new LinkedHashSet<>(fields);
    }

    static boolean deletionsHeard(Class<?> model) {
        return PRE_DELETE.hasReceivers(model) || POST_DELETE.hasReceivers(model);
    }

    static boolean tiesHeard(Entity instance) {
        return M2M_CHANGED.hasReceivers(instance.getClass());
    }

    static void ties(
            Entity instance,
            ModelRelation relation,
            TiesEvent.Action action,
            Set<Object> keys,
            String database) {
        if (tiesHeard(instance)) {
            boolean reverse = Mappings.of(instance).state().find(relation.name()) == null;
            M2M_CHANGED.send(
                    new TiesEvent(instance, relation.name(), action, reverse, keys, database));
        }
    }
}
