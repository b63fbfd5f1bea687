package dev.quintet;

import dev.quintet.kernel.settings.Settings;
import java.io.Console;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Sets up logging where the project brings no configuration of its own: one line an event, on the
/// standard error, in colours only where a person reads it.
final class Logs {

    private static final String FILE = "logback.configurationFile";
    private static final String PATTERN = "quintet.log.pattern";

    /// A line each, whatever the message holds: what came with a request must not look like an
    /// event of its own.
    private static final String PLAIN =
            "%d{HH:mm:ss.SSS} %-5level %logger{24} %X{request_id:--} %replace(%msg){'[\\r\\n]+', ' | '}%n%ex";

    private static final String COLOURED =
            "%gray(%d{HH:mm:ss.SSS}) %highlight(%-5level) %cyan(%logger{24})"
                    + " %replace(%msg){'[\\r\\n]+', ' | '}%n%ex";

    private Logs() {}

    /// Called before anything is logged; changes nothing where the project has a `logback.xml`.
    static void prepare() {
        if (System.getProperty(PATTERN) == null) {
            System.setProperty(PATTERN, forPeople() ? COLOURED : PLAIN);
        }
        ClassLoader own = Logs.class.getClassLoader();
        ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
        boolean configured =
                System.getProperty(FILE) != null
                        || loader.getResource("logback-test.xml") != null
                        || loader.getResource("logback.xml") != null;
        if (!configured) {
            System.setProperty(FILE, "META-INF/quintet/logback.xml");
        }
    }

    /// Follows what settings say of logging; where they say nothing, all stays as it is.
    static void follow(Settings settings) {
        List<String> levels = settings.get(LogSettings.LOG_LEVELS);
        boolean json = settings.get(LogSettings.LOG_FORMAT).equals("json");
        boolean here = LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.");
        if (here && !levels.isEmpty()) {
            LogbackSetup.levels(levels);
        }
        if (here && json) {
            LogbackSetup.json();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // its documentation still allows null
    private static boolean forPeople() {
        Console console = System.console();
        return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
    }
}
