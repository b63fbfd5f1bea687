package dev.quintet.conformance.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs statements, one after the other. For one thread.
public final class Interpreter {

    private final Expressions expressions;

    /// What the last expression statement gave.
    private @Nullable Object last;

    /// Leaves a function.
    private static final class Return extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable Object value;

        Return(@Nullable Object value) {
            super(null, null, false, false);
            this.value = value;
        }
    }

    /// Leaves a loop, or goes on with its next round.
    private static final class Jump extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean out;

        Jump(boolean out) {
            super(null, null, false, false);
            this.out = out;
        }
    }

    /// An interpreter for one case.
    ///
    /// @param decoder reads constants that JSON lacks, by their tags
    public Interpreter(java.util.function.UnaryOperator<@Nullable Object> decoder) {
        this.expressions = new Expressions(decoder);
    }

    /// {@return what the last expression statement gave}
    ///
    /// @param statements the recorded tree
    /// @throws PythonError what the statements throw
    public @Nullable Object run(List<? extends @Nullable Object> statements, Variables names) {
        last = null;
        all(Node.list(statements), names);
        return last;
    }

    private void all(List<Node> statements, Variables names) {
        for (Node statement : statements) {
            one(statement, names);
        }
    }

    private void one(Node statement, Variables names) {
        switch (statement.kind()) {
            case "Expr" -> last = expressions.value(statement.child("value"), names);
            case "Assign" -> {
                Object value = expressions.value(statement.child("value"), names);
                for (Node target : statement.children("targets")) {
                    expressions.targets().assign(target, value, names);
                }
            }
            case "AnnAssign" -> {
                if (statement.has("value")) {
                    Object value = expressions.value(statement.child("value"), names);
                    expressions.targets().assign(statement.child("target"), value, names);
                }
            }
            case "AugAssign" -> expressions.targets().augment(statement, names);
            case "Delete" -> {
                for (Node target : statement.children("targets")) {
                    expressions.targets().delete(target, names);
                }
            }
            case "For" -> loop(statement, names);
            case "While" -> repeat(statement, names);
            case "If" ->
                    all(
                            statement.children(
                                    expressions.truth(statement.child("test"), names)
                                            ? "body"
                                            : "orelse"),
                            names);
            case "With" -> with(statement.children("items"), 0, statement, names);
            case "Try" -> attempt(statement, names);
            case "Raise" -> raise(statement, names);
            case "Assert" -> {
                if (!expressions.truth(statement.child("test"), names)) {
                    throw new PythonError("AssertionError", "");
                }
            }
            case "FunctionDef" -> define(statement, names);
            case "Return" ->
                    throw new Return(
                            statement.has("value")
                                    ? expressions.value(statement.child("value"), names)
                                    : null);
            case "Break" -> throw new Jump(true);
            case "Continue" -> throw new Jump(false);
            // What is imported is in scope already.
            case "Pass", "Import", "ImportFrom", "Global", "Nonlocal" -> {}
            default -> throw new UnsupportedOperationException("statement " + statement.kind());
        }
    }

    private void loop(Node statement, Variables names) {
        Object over = expressions.value(statement.child("iter"), names);
        for (Object value : Values.iterate(over)) {
            expressions.targets().assign(statement.child("target"), value, names);
            if (!round(statement, names)) {
                return;
            }
        }
        all(statement.children("orelse"), names);
    }

    private void repeat(Node statement, Variables names) {
        while (expressions.truth(statement.child("test"), names)) {
            if (!round(statement, names)) {
                return;
            }
        }
        all(statement.children("orelse"), names);
    }

    private boolean round(Node statement, Variables names) {
        try {
            all(statement.children("body"), names);
        } catch (Jump jump) {
            return !jump.out;
        }
        return true;
    }

    private void with(List<Node> items, int index, Node statement, Variables names) {
        if (index == items.size()) {
            all(statement.children("body"), names);
            return;
        }
        Node item = items.get(index);
        if (!(expressions.value(item.child("context_expr"), names)
                instanceof PythonObject manager)) {
            throw PythonError.type("object does not support the context manager protocol");
        }
        manager.within(entered -> {
            if (item.has("optional_vars")) {
                expressions.targets().assign(item.child("optional_vars"), entered, names);
            }
            with(items, index + 1, statement, names);
        });
    }

    private void attempt(Node statement, Variables names) {
        try {
            try {
                all(statement.children("body"), names);
            } catch (PythonError error) {
                handle(statement, error, names);
                return;
            }
            all(statement.children("orelse"), names);
        } finally {
            all(statement.children("finalbody"), names);
        }
    }

    private void handle(Node statement, PythonError error, Variables names) {
        for (Node handler : statement.children("handlers")) {
            if (!handler.has("type") || caught(handler.child("type"), error, names)) {
                if (handler.has("name")) {
                    names.set(handler.text("name"), new ErrorValue(error));
                }
                all(handler.children("body"), names);
                return;
            }
        }
        throw error;
    }

    private boolean caught(Node type, PythonError error, Variables names) {
        Object value = expressions.value(type, names);
        for (Object one :
                value instanceof List<?> several ? several : List.of(value == null ? "" : value)) {
            if (one instanceof ErrorType wanted && error.is(wanted.name())) {
                return true;
            }
        }
        return false;
    }

    private void raise(Node statement, Variables names) {
        Object thrown = expressions.value(statement.child("exc"), names);
        switch (thrown) {
            case ErrorType type -> throw new PythonError(type.name(), "");
            case ErrorValue value -> throw value.error();
            case null, default ->
                    throw PythonError.type("exceptions must derive from BaseException");
        }
    }

    private void define(Node statement, Variables names) {
        Parameters parameters = expressions.parameters(statement.child("args"), names);
        Function function =
                arguments -> {
                    Variables own = parameters.bind(arguments, names.within());
                    Object before = last;
                    try {
                        all(statement.children("body"), own);
                        return null;
                    } catch (Return returned) {
                        return returned.value;
                    } finally {
                        last = before;
                    }
                };
        names.set(statement.text("name"), function);
    }
}
