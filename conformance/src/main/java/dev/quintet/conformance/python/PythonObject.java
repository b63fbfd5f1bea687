package dev.quintet.conformance.python;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An object that is no plain value: it says for itself what Python's syntax does with it.
public interface PythonObject {

    /// What an operation gives that this object does not have.
    Object MISSING = new Object();

    /// {@return whether this is {@link #MISSING}}
    @SuppressWarnings("ReferenceEquality") // one marker, which equals nothing else
    static boolean missing(@Nullable Object value) {
        return value == MISSING;
    }

    /// {@return whether these are one object, as `is` asks}
    @SuppressWarnings("ReferenceEquality") // as told
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    /// {@return `object.name`, or {@link #MISSING}}
    default @Nullable Object attribute(String name) {
        return MISSING;
    }

    /// Does `object.name = value`.
    default void setAttribute(String name, @Nullable Object value) {
        throw PythonError.attribute(this, name);
    }

    /// {@return `object[key]`; a {@link Slice} where colons stand in it}
    default @Nullable Object item(@Nullable Object key) {
        throw PythonError.type("'" + typeName() + "' object is not subscriptable");
    }

    /// {@return `object(...)`}
    default @Nullable Object call(Arguments arguments) {
        throw PythonError.type("'" + typeName() + "' object is not callable");
    }

    /// {@return `object op other`, or `other op object` where `reflected`; or {@link #MISSING}}
    ///
    /// @param operator such as `+`, `|`, `<`, `==`
    default @Nullable Object binary(String operator, @Nullable Object other, boolean reflected) {
        return MISSING;
    }

    /// {@return `op object`, or {@link #MISSING}}
    ///
    /// @param operator `~`, `-` or `+`
    default @Nullable Object unary(String operator) {
        return MISSING;
    }

    /// {@return what `for ... in object` goes over}
    default Iterable<@Nullable Object> iterate() {
        throw PythonError.type("'" + typeName() + "' object is not iterable");
    }

    /// {@return `len(object)`}
    default long length() {
        throw PythonError.type("object of type '" + typeName() + "' has no len()");
    }

    /// {@return `bool(object)`}
    default boolean truth() {
        return true;
    }

    /// {@return `value in object`, or {@link #MISSING} to look through what it iterates over}
    default @Nullable Object contains(@Nullable Object value) {
        return MISSING;
    }

    /// Runs the body of `with object as entered:`.
    ///
    /// @param body takes what stands behind `as`; what it throws goes on unless it is settled here
    default void within(Consumer<@Nullable Object> body) {
        throw PythonError.type(
                "'" + typeName() + "' object does not support the context manager protocol");
    }

    /// {@return `str(object)`}
    default String text() {
        return toString();
    }

    /// {@return `repr(object)`}
    default String debugText() {
        return text();
    }

    /// {@return the name of its class}
    default String typeName() {
        return getClass().getSimpleName();
    }
}
