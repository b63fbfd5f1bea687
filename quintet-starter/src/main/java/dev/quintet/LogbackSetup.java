package dev.quintet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets Logback up as settings say.
final class LogbackSetup {

    static final String APPENDER = "CONSOLE";

    private LogbackSetup() {}

    /// Sets levels, each `LOGGER=LEVEL`.
    static void levels(Iterable<String> levels) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (String one : levels) {
                int equals = one.indexOf('=');
                String name = one.substring(0, equals);
                String logger = name.equals("root") ? Logger.ROOT_LOGGER_NAME : name;
                context.getLogger(logger).setLevel(Level.toLevel(one.substring(equals + 1)));
            }
        }
    }

    /// Writes JSON from now on, where the appender is ours.
    static void json() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(APPENDER)
                        instanceof ConsoleAppender<ILoggingEvent> console) {
            var encoder = new JsonLines();
            encoder.setContext(context);
            encoder.start();
            console.stop();
            console.setEncoder(encoder);
            console.start();
        }
    }
}
