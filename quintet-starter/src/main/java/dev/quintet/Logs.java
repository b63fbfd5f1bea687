package dev.quintet;

import java.io.Console;

/// Sets up logging where the project brings no configuration of its own: one line an event, on the
/// standard error, in colours only where a person reads it.
final class Logs {

    private static final String FILE = "logback.configurationFile";
    private static final String PATTERN = "quintet.log.pattern";

    /// A line each, whatever the message holds: what came with a request must not look like an
    /// event of its own.
    private static final String PLAIN =
            "%d{HH:mm:ss.SSS} %-5level %logger{24} %replace(%msg){'[\\r\\n]+', ' | '}%n%ex";

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

    @SuppressWarnings("SystemConsoleNull") // its documentation still allows null
    private static boolean forPeople() {
        Console console = System.console();
        return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
    }
}
