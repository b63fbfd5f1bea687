package dev.quintet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/// Sets Logback up where the project has no `logback.xml` of its own: in code, as XML takes a tenth
/// of a second to be read. Logback finds it by {@link java.util.ServiceLoader}.
@SuppressWarnings("exports") // for Logback alone, which a site may do without
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class OwnLogback extends ContextAwareBase implements Configurator {

    /// For {@link java.util.ServiceLoader}.
    public OwnLogback() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (Logs.ofProject()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(Logs.pattern());
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setName(LogbackSetup.APPENDER);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        context.getLogger("java.util.prefs").setLevel(Level.WARN);
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
