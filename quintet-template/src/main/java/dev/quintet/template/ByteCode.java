package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// A list of nodes as one class of byte code, made by {@link ByteCodeWriter} when the list turned
/// out to be busy: what is a field in the tree is a constant there, which the virtual machine sees
/// through. The static methods are what such code calls. Stateless; safe for many threads.
abstract class ByteCode {

    /// Writes what the nodes write.
    abstract void render(Frame frame);

    static void text(Frame frame, byte[] utf8) {
        frame.out.bytes(utf8);
    }

    static boolean holds(Condition condition, Frame frame) {
        return condition.holds(frame);
    }

    /// {@return the value of a variable's first name, or {@link Missing}}
    static @Nullable Object root(Variable variable, Frame frame) {
        return variable.root(frame);
    }

    /// {@return whether `value` is of a class whose accessor is known}
    static boolean isOf(@Nullable Object value, Class<?> type) {
        return value != null && value.getClass() == type;
    }

    /// {@return what `accessor` reads of a value}
    static @Nullable Object read(MethodHandle accessor, Object value) {
        try {
            return Variable.settle((Object) accessor.invokeExact(value));
        } catch (Throwable thrown) {
            return Variable.refused(thrown);
        }
    }

    /// {@return one step of a lookup, in the way that takes any value}
    static @Nullable Object step(@Nullable Object value, Variable.Part part) {
        return value instanceof Missing ? value : Variable.settle(part.of(value));
    }

    /// {@return a variable's value as its filters or the page take it}
    static @Nullable Object present(@Nullable Object found, Value value, Frame frame) {
        return found instanceof Missing missing ? value.unknown(frame, missing) : found;
    }

    static @Nullable Object filtered(
            @Nullable Object found, Value value, Value.Call call, Frame frame) {
        Object result = call.apply(frame, found);
        if (result == Missing.ABSENT) {
            throw Unknown.argument(frame, value.calls());
        }
        return result;
    }

    /// {@return the failure that says at which template line `thrown` happened}
    static Throwable failed(Throwable thrown, Frame frame, Place[] places, int at) {
        return thrown instanceof RuntimeException || thrown instanceof StackOverflowError
                ? Failures.at(frame, places[at], thrown)
                : thrown;
    }
}
