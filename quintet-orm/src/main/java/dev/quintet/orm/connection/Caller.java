package dev.quintet.orm.connection;

import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/// Finds the line of code that asked for a connection or a statement.
final class Caller {

    private static final @Nullable CodeSource HOUSE =
            Caller.class.getProtectionDomain().getCodeSource();

    private Caller() {}

    /// {@return the first line that is not of the ORM, as in a stack trace; empty when there is
    /// none}
    static String place() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.filter(frame -> !isOurs(frame.getDeclaringClass()))
                                .findFirst()
                                .map(StackWalker.StackFrame::toString)
                                .orElse(""));
    }

    private static boolean isOurs(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.equals(HOUSE);
    }
}
