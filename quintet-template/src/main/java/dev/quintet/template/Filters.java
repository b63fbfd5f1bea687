package dev.quintet.template;

import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.value.Numeric;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Collects the filters of a library; the ways in which filters take their values.
final class Filters {

    /// Longer texts are not padded or repeated: nobody needs them, and memory is finite.
    static final int WIDEST = 1_000_000;

    private final Library library;

    Filters(Library library) {
        this.library = library;
    }

    /// A filter of texts.
    @FunctionalInterface
    interface OfText {
        @Nullable Object apply(String text, Frame frame);
    }

    /// A filter of texts with an argument, {@link Missing#ABSENT} where none was given.
    @FunctionalInterface
    interface OfTextAndMore {
        @Nullable Object apply(String text, @Nullable Object argument, Frame frame);
    }

    /// Adds a filter of texts; the result is safe where the text was.
    Filters safeText(String name, OfText body) {
        return add(name, Filter.Argument.NONE, true, (text, _, frame) -> body.apply(text, frame));
    }

    /// Adds a filter of texts whose result has to be escaped anew.
    Filters text(String name, OfText body) {
        return any(
                name,
                Filter.Argument.NONE,
                (value, _, frame) -> body.apply(Texts.plain(frame, value), frame));
    }

    Filters safeText(String name, Filter.Argument argument, OfTextAndMore body) {
        return add(name, argument, true, body);
    }

    Filters text(String name, Filter.Argument argument, OfTextAndMore body) {
        return add(name, argument, false, body);
    }

    /// Adds a filter of any value.
    Filters any(String name, Filter.Argument argument, Filter.Body body) {
        library.add(new Filter(name, argument, false, false, body));
        return this;
    }

    /// Adds a filter of any value; the result is safe where the value was.
    Filters safeAny(String name, Filter.Argument argument, Filter.Body body) {
        library.add(new Filter(name, argument, true, false, body));
        return this;
    }

    /// Adds a filter of times, which come in the current zone.
    Filters time(String name, Filter.Argument argument, Filter.Body body) {
        library.add(new Filter(name, argument, false, true, body));
        return this;
    }

    private Filters add(
            String name, Filter.Argument argument, boolean keepsSafe, OfTextAndMore body) {
        Filter.Body whole =
                (value, given, frame) -> {
                    Object result = body.apply(Texts.plain(frame, value), given, frame);
                    return keepsSafe && Texts.isSafe(value) && result instanceof String text
                            ? new SafeString(text)
                            : result;
                };
        library.add(new Filter(name, argument, false, false, whole));
        return this;
    }

    /// {@return the whole number that an argument says, or `null` when it says none}
    static @Nullable Integer whole(@Nullable Object argument) {
        BigInteger number = argument == Missing.ABSENT ? null : Numeric.whole(argument);
        return number == null ? null : clamp(number);
    }

    /// {@return the whole number that an argument says}
    ///
    /// @throws TemplateRenderException when it says none
    static int wholeOrFail(String filter, @Nullable Object argument) {
        Integer number = whole(argument);
        if (number == null) {
            throw Failures.unfit(filter, "a whole number", argument);
        }
        return number;
    }

    private static int clamp(BigInteger number) {
        return number.bitLength() < 32
                ? number.intValue()
                : number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }
}
