package dev.quintet.kernel.signal;

import dev.quintet.kernel.log.Loggers;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A typed event that others may listen to. Django: `Signal`.
///
/// Receivers run in the sender's thread, in the order in which they connected. Safe for many
/// threads.
///
/// @param <E> the event
public final class Signal<E> {

    private static final System.Logger LOG = Loggers.of(Signal.class);

    /// For listings; holds no signal that nobody else does.
    private static final Map<Signal<?>, String> ALL = new WeakHashMap<>();

    private final String name;
    private final List<Connection<E>> connections = new CopyOnWriteArrayList<>();

    private Signal(String name) {
        this.name = name;
        synchronized (ALL) {
            ALL.put(this, name);
        }
    }

    /// {@return a signal that nobody listens to yet}
    ///
    /// @param name what messages and listings call it, such as `orm.post_save`
    public static <E> Signal<E> named(String name) {
        return new Signal<>(Objects.requireNonNull(name, "name"));
    }

    /// {@return what messages and listings call it}
    public String name() {
        return name;
    }

    /// Adds a receiver of every event.
    public Connection<E> connect(Receiver<? super E> receiver) {
        return connect(null, Object.class, _ -> true, receiver);
    }

    /// Adds a receiver of the events that `wanted` accepts.
    public Connection<E> connect(Predicate<? super E> wanted, Receiver<? super E> receiver) {
        return connect(null, Object.class, wanted, receiver);
    }

    /// Adds a receiver once: a second one with the same id is not added.
    ///
    /// @param id unique in this signal, or `null` to add it whatever there is
    /// @param wanted which events it gets
    /// @return the connection, the older one where the id was taken
    public Connection<E> connect(
            @Nullable String id, Predicate<? super E> wanted, Receiver<? super E> receiver) {
        return connect(id, Object.class, wanted, receiver);
    }

    /// Adds a receiver once, of events about objects of one class and those below it.
    ///
    /// @param id unique in this signal, or `null` to add it whatever there is
    /// @param subject what its events are about, so that {@link #hasReceivers(Class)} can tell of
    ///   others that nobody listens
    /// @param wanted which events it gets; it is what decides
    /// @return the connection, the older one where the id was taken
    public synchronized Connection<E> connect(
            @Nullable String id,
            Class<?> subject,
            Predicate<? super E> wanted,
            Receiver<? super E> receiver) {
        if (id != null) {
            for (Connection<E> connection : connections) {
                if (id.equals(connection.id)) {
                    return connection;
                }
            }
        }
        var connection = new Connection<E>(this, id, subject, wanted, receiver);
        connections.add(connection);
        return connection;
    }

    /// {@return whether anybody listens: ask before making an event that is dear}
    public boolean hasReceivers() {
        return !connections.isEmpty();
    }

    /// {@return whether anybody listens to events about objects of a class}
    public boolean hasReceivers(Class<?> subject) {
        for (Connection<E> connection : connections) {
            if (connection.subject.isAssignableFrom(subject)) {
                return true;
            }
        }
        return false;
    }

    /// {@return the signals of this process, by name, for listings}
    public static List<Signal<?>> all() {
        List<Signal<?>> all;
        synchronized (ALL) {
            all = new ArrayList<>(ALL.keySet());
        }
        all.sort(Comparator.comparing(Signal::name));
        return all;
    }

    /// Ends the connection that was made with `id`.
    ///
    /// @return whether there was one
    public boolean disconnect(String id) {
        return connections.removeIf(connection -> id.equals(connection.id));
    }

    /// Ends all connections, in all signals, whose receiver was loaded by `loader`: for who
    /// replaces code in a running process.
    public static void disconnectAll(ClassLoader loader) {
        for (Signal<?> signal : all()) {
            signal.connections.removeIf(connection -> connection.isOf(loader));
        }
    }

    /// {@return who listens, for listings}
    public List<Connection<E>> connections() {
        return List.copyOf(connections);
    }

    /// Sends an event to its receivers; the first that throws ends it.
    public void send(E event) {
        for (Connection<E> connection : connections) {
            if (connection.wanted.test(event)) {
                connection.deliver(event);
            }
        }
    }

    /// Sends an event to all its receivers, whatever some of them throw; what they throw is logged.
    ///
    /// @return what was thrown, with who threw it; empty when all went well
    public List<Failure<E>> sendRobust(E event) {
        var failures = new ArrayList<Failure<E>>();
        for (Connection<E> connection : connections) {
            try {
                if (connection.wanted.test(event)) {
                    connection.deliver(event);
                }
            } catch (Exception thrown) {
                failures.add(failure(connection, thrown));
            }
        }
        return List.copyOf(failures);
    }

    private Failure<E> failure(Connection<E> connection, Exception thrown) {
        Exception own =
                thrown.getCause() instanceof Exception cause
                                && thrown instanceof UndeclaredThrowableException
                        ? cause
                        : thrown;
        LOG.log(
                System.Logger.Level.ERROR,
                "Receiver " + connection.label() + " of signal " + name + " failed.",
                own);
        return new Failure<>(connection, own);
    }

    /// A receiver that threw.
    ///
    /// @param connection who
    /// @param thrown what
    public record Failure<E>(Connection<E> connection, Exception thrown) {}

    /// A receiver that listens, until it is closed.
    public static final class Connection<E> implements AutoCloseable {

        private final Signal<E> signal;
        private final @Nullable String id;
        private final Class<?> subject;
        private final Predicate<? super E> wanted;
        private final Receiver<? super E> receiver;

        private Connection(
                Signal<E> signal,
                @Nullable String id,
                Class<?> subject,
                Predicate<? super E> wanted,
                Receiver<? super E> receiver) {
            this.signal = signal;
            this.id = id;
            this.subject = Objects.requireNonNull(subject, "subject");
            this.wanted = Objects.requireNonNull(wanted, "wanted");
            this.receiver = Objects.requireNonNull(receiver, "receiver");
        }

        /// {@return the id it was connected by, or the class of its receiver; that in which it is
        /// written where it is a lambda}
        public String label() {
            if (id != null) {
                return id;
            }
            String name = receiver.origin().getName();
            int lambda = name.indexOf("$$Lambda");
            return lambda < 0 ? name : name.substring(0, lambda);
        }

        /// Stops listening; does nothing the second time.
        @Override
        public void close() {
            signal.connections.remove(this);
        }

        private boolean isOf(ClassLoader loader) {
            return loader.equals(receiver.origin().getClassLoader())
                    || loader.equals(wanted.getClass().getClassLoader());
        }

        private void deliver(E event) {
            try {
                receiver.receive(event);
            } catch (RuntimeException thrown) {
                throw thrown;
            } catch (Exception thrown) {
                throw new UndeclaredThrowableException(
                        thrown, "Receiver " + label() + " of " + signal.name + " failed.");
            }
        }
    }
}
