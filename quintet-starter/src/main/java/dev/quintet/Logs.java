package dev.quintet;

import dev.quintet.kernel.settings.Settings;
import java.io.Console;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Sets up logging where the project brings no configuration of its own: one line an event, on the
/// standard error, in colours only where a person reads it.
final class Logs {

    private static final String FILE = "logback.configurationFile";

    /// A line each, whatever the message holds: what came with a request must not look like an
    /// event of its own.
    private static final String PLAIN =
            "%d{HH:mm:ss.SSS} %-5level %logger{24} %X{request_id:--} %replace(%msg){'[\\r\\n]+', ' | '}%n%ex";

    private static final String COLOURED =
            "%gray(%d{HH:mm:ss.SSS}) %highlight(%-5level) %cyan(%logger{24})"
                    + " %replace(%msg){'[\\r\\n]+', ' | '}%n%ex";

    private Logs() {}

    /// {@return whether the project says itself how logging is set up: by a `logback.xml`}
    static boolean ofProject() {
        ClassLoader own = Logs.class.getClassLoader();
        ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
        return System.getProperty(FILE) != null
                || loader.getResource("logback-test.xml") != null
                || loader.getResource("logback.xml") != null;
    }

    /// {@return how an event is written: in colours where a person reads it}
    static String pattern() {
        return forPeople() ? COLOURED : PLAIN;
    }

    /// Follows what settings say of logging; where they say nothing, all stays as it is.
    static void follow(Settings settings) {
        List<String> levels = settings.get(LogSettings.LOG_LEVELS);
        boolean json = settings.get(LogSettings.LOG_FORMAT).equals("json");
        if (levels.isEmpty() && !json) {
            return; // what is not asked for is not set up yet: some commands log nothing
        }
        if (LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.")) {
            LogbackSetup.levels(levels);
            if (json) {
                LogbackSetup.json();
            }
        }
    }

    @SuppressWarnings("SystemConsoleNull") // its documentation still allows null
    private static boolean forPeople() {
        Console console = System.console();
        return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
    }
}
