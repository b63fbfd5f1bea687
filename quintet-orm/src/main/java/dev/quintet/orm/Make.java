package dev.quintet.orm;

/// Makers of objects from the values of a row: a record's constructor, mostly.
@SuppressWarnings("TypeNameShadowing") // letters are counted: F is the sixth
public final class Make {

    private Make() {}

    /// Of 2 values.
    @FunctionalInterface
    public interface Of2<A, B, T> {
        /// {@return the object}
        T make(A a, B b);
    }

    /// Of 3 values.
    @FunctionalInterface
    public interface Of3<A, B, C, T> {
        /// {@return the object}
        T make(A a, B b, C c);
    }

    /// Of 4 values.
    @FunctionalInterface
    public interface Of4<A, B, C, D, T> {
        /// {@return the object}
        T make(A a, B b, C c, D d);
    }

    /// Of 5 values.
    @FunctionalInterface
    public interface Of5<A, B, C, D, E, T> {
        /// {@return the object}
        T make(A a, B b, C c, D d, E e);
    }

    /// Of 6 values.
    @FunctionalInterface
    public interface Of6<A, B, C, D, E, X, T> {
        /// {@return the object}
        T make(A a, B b, C c, D d, E e, X f);
    }

    /// Of 7 values.
    @FunctionalInterface
    public interface Of7<A, B, C, D, E, X, G, T> {
        /// {@return the object}
        T make(A a, B b, C c, D d, E e, X f, G g);
    }

    /// Of 8 values.
    @FunctionalInterface
    public interface Of8<A, B, C, D, E, X, G, H, T> {
        /// {@return the object}
        T make(A a, B b, C c, D d, E e, X f, G g, H h);
    }

    /// Of one value.
    @FunctionalInterface
    public interface Of1<A, T> {
        /// {@return the object}
        T make(A a);
    }
}
