package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.Module;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Transaction;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Django's module `transaction`.
final class TransactionValue {

    static final Module MODULE =
            new Module(
                    "transaction",
                    Map.of(
                            "atomic", (Function) _ -> new Atomic(),
                            "savepoint", (Function) _ -> new Savepoint(Transaction.atomic()),
                            "savepoint_rollback", (Function) arguments -> ended(arguments, false),
                            "savepoint_commit", (Function) arguments -> ended(arguments, true),
                            "on_commit", (Function) TransactionValue::afterwards));

    private TransactionValue() {}

    /// `with transaction.atomic():`.
    private record Atomic() implements PythonObject {

        @Override
        public void within(Consumer<@Nullable Object> body) {
            // What the block throws is ours to hand on: Transaction would add itself to it.
            PythonError[] thrown = {null};
            ErrorNames.translating(() -> {
                try (var block = Transaction.atomic()) {
                    try {
                        body.accept(null);
                        block.commit();
                    } catch (PythonError error) {
                        block.rollback();
                        thrown[0] = error;
                    }
                }
                return true;
            });
            if (thrown[0] != null) {
                throw thrown[0];
            }
        }
    }

    /// What `savepoint()` returns.
    ///
    /// @param block ours
    private record Savepoint(Transaction block) implements PythonObject {}

    private static @Nullable Object ended(Arguments arguments, boolean kept) {
        if (arguments.get(0) instanceof Savepoint savepoint) {
            if (kept) {
                savepoint.block().commit();
            } else {
                savepoint.block().rollback();
            }
        }
        return null;
    }

    private static @Nullable Object afterwards(Arguments arguments) {
        Object action = arguments.get(0);
        Transaction.onCommit(() -> Values.call(action, Arguments.of()));
        return null;
    }
}
