package dev.quintet.template;

import dev.quintet.kernel.text.SafeString;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A variable or constant with its filters: `album.title|lower|default:"-"`.
final class Value {

    /// A filter in its place, with its argument.
    record Call(Filter filter, boolean given, @Nullable Object constant, @Nullable Variable name) {

        @Nullable Object argument(Frame frame) {
            if (name != null) {
                return name.resolve(frame);
            }
            return constant instanceof Translated text ? text.now() : constant;
        }
    }

    final String text;
    final @Nullable Variable variable;
    private final @Nullable Object constant;
    private final Call[] calls;

    Value(String text, @Nullable Variable variable, @Nullable Object constant, Call... calls) {
        this.text = text;
        this.variable = variable;
        this.constant = constant;
        this.calls = calls;
    }

    /// {@return the text that is written here in quotes, or `null` when it is something else}
    @Nullable String literal() {
        return isConstant() && constant instanceof SafeString text ? text.text() : null;
    }

    /// {@return the value that is written here, or `null` when it is to be looked up}
    @Nullable Object constantOrNull() {
        return isConstant() ? constant() : null;
    }

    boolean isConstant() {
        return variable == null && calls.length == 0;
    }

    private @Nullable Object constant() {
        return constant instanceof Translated text ? text.now() : constant;
    }

    /// {@return the value, what stands before its filters translated}
    @Nullable Object translated(Frame frame, UnaryOperator<String> translation) {
        Object value = constant();
        if (variable != null) {
            value = variable.resolve(frame);
            if (value == Missing.ABSENT) {
                return get(frame);
            }
        }
        value =
                switch (value) {
                    case SafeString safe -> new SafeString(translation.apply(safe.text()));
                    case CharSequence text -> translation.apply(text.toString());
                    case null, default -> value;
                };
        return calls.length == 0 ? value : filtered(frame, value);
    }

    boolean isBlockSuper() {
        return calls.length == 0 && variable != null && variable.isBlockSuper();
    }

    boolean isBareVariable() {
        return calls.length == 0 && variable != null && variable.isPlain();
    }

    @Nullable Call lastCall() {
        return calls.length == 0 ? null : calls[calls.length - 1];
    }

    Call[] calls() {
        return calls;
    }

    /// {@return the value as a page shows it: an unknown variable is the engine's text for it}
    ///
    /// @throws TemplateRenderException when the variable is unknown and the engine strict, or when
    ///   an argument of a filter is unknown
    @Nullable Object get(Frame frame) {
        Object value = constant();
        if (variable != null) {
            value = variable.resolve(frame);
            if (value == Missing.ABSENT) {
                if (frame.engine.strict()) {
                    throw Unknown.variable(frame, variable);
                }
                String invalid = frame.engine.stringIfInvalid();
                if (!invalid.isEmpty()) {
                    return invalid.contains("%s") ? invalid.replace("%s", variable.text) : invalid;
                }
                value = invalid;
            }
        }
        if (calls.length == 0) {
            return value;
        }
        Object result = filtered(frame, value);
        if (result == Missing.ABSENT) {
            throw Unknown.argument(frame, calls);
        }
        return result;
    }

    /// {@return the value as a condition sees it: unknown is `null`; {@link Missing#ABSENT} when an
    /// argument of a filter is unknown}
    @Nullable Object orNull(Frame frame) {
        Object value = constant();
        if (variable != null) {
            value = variable.resolve(frame);
            if (value == Missing.ABSENT) {
                value = null;
            }
        }
        return calls.length == 0 ? value : filtered(frame, value);
    }

    private @Nullable Object filtered(Frame frame, @Nullable Object start) {
        Object value = start;
        for (Call call : calls) {
            Filter filter = call.filter;
            Object argument = Missing.ABSENT;
            if (call.given) {
                argument = call.argument(frame);
                if (argument == Missing.ABSENT) {
                    return argument;
                }
            }
            if (filter.localTime()) {
                value = Localizer.localTime(frame, value);
            }
            Sandbox sandbox = frame.engine.sandbox();
            if (sandbox != null) {
                frame.spend(1 + Sandbox.search(value, argument));
            }
            Object result = filter.body().apply(value, argument, frame);
            value =
                    filter.keepsSafe()
                                    && value instanceof SafeString
                                    && result instanceof String plain
                            ? new SafeString(plain)
                            : result;
            if (sandbox != null) {
                frame.spend(sandbox.work(value));
            }
        }
        return value;
    }
}
