package dev.quintet.kernel.log;

import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Loggers that are looked up when something is logged, and not when their class is loaded: to set
/// logging up takes a while, and most commands log nothing.
public final class Loggers {

    private Loggers() {}

    /// {@return a logger of this name, safe for many threads}
    ///
    /// ```java
    /// private static final System.Logger LOG = Loggers.named("quintet.orm");
    /// ```
    public static System.Logger named(String name) {
        return new Later(name);
    }

    /// {@return the logger that a class names after itself}
    public static System.Logger of(Class<?> type) {
        return named(type.getName());
    }

    private static final class Later implements System.Logger {

        private final String name;

        /// Whoever finds none looks it up; two who do so get the same.
        private volatile System.@Nullable Logger found;

        private Later(String name) {
            this.name = name;
        }

        private System.Logger logger() {
            System.Logger known = found;
            if (known == null) {
                known = System.getLogger(name);
                found = known;
            }
            return known;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return logger().isLoggable(level);
        }

        @Override
        public void log(Level level, @Nullable String message) {
            logger().log(level, message);
        }

        @Override
        public void log(Level level, Supplier<String> message) {
            logger().log(level, message);
        }

        @Override
        public void log(Level level, @Nullable String message, @Nullable Throwable thrown) {
            logger().log(level, message, thrown);
        }

        @Override
        public void log(Level level, Supplier<String> message, @Nullable Throwable thrown) {
            logger().log(level, message, thrown);
        }

        @Override
        public void log(Level level, @Nullable String format, @Nullable Object... values) {
            logger().log(level, format, values);
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String message,
                @Nullable Throwable thrown) {
            logger().log(level, bundle, message, thrown);
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String format,
                @Nullable Object... values) {
            logger().log(level, bundle, format, values);
        }
    }
}
