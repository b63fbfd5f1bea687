package dev.quintet.kernel.signal;

/// Listens to a signal.
///
/// @param <E> the event that the signal sends
@FunctionalInterface
public interface Receiver<E> {

    /// Takes an event; what it throws reaches the sender of `send`, and the list of `sendRobust`.
    void receive(E event) throws Exception;

    /// {@return the class whose code it is; one that hands on to another has the other's}
    default Class<?> origin() {
        return getClass();
    }
}
