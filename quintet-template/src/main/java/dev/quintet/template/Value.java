package dev.quintet.template;

import dev.quintet.kernel.text.SafeString;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A variable or constant with its filters: `album.title|lower|default:"-"`.
final class Value {

    /// A filter in its place, with its argument.
    record Call(Filter filter, boolean given, @Nullable Object constant, @Nullable Variable name) {

        /// {@return what the filter makes of `value`; {@link Missing#ABSENT} when its argument is
        /// unknown}
        @Nullable Object apply(Frame frame, @Nullable Object value) {
            Object argument = Missing.ABSENT;
            if (given) {
                argument = argument(frame);
                if (argument == Missing.ABSENT) {
                    return argument;
                }
            }
            Object start = filter.localTime() ? Localizer.localTime(frame, value) : value;
            Sandbox sandbox = frame.engine.sandbox();
            if (sandbox != null) {
                frame.spend(1 + Sandbox.search(start, argument));
            }
            Object result = filter.body().apply(start, argument, frame);
            if (filter.keepsSafe()
                    && start instanceof SafeString
                    && result instanceof String plain) {
                result = new SafeString(plain);
            }
            if (sandbox != null) {
                frame.spend(sandbox.work(result));
            }
            return result;
        }

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
            value = call.apply(frame, value);
            if (value == Missing.ABSENT) {
                break;
            }
        }
        return value;
    }

    /// {@return what a variable shows that has no value, before its filters}
    ///
    /// @throws TemplateRenderException when the engine is strict and there is no such variable
    Object unknown(Frame frame, Missing why) {
        if (why == Missing.ABSENT && variable != null && frame.engine.strict()) {
            throw Unknown.variable(frame, variable);
        }
        return frame.engine.stringIfInvalid();
    }
}
