package dev.quintet.dev.shell;

import java.util.Map;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/// Runs what is typed into a shell in this process, with the classes that the site has.
public final class SiteExecution implements ExecutionControlProvider {

    static final String NAME = "quintet";

    /// The loader of the site's classes, while a shell is open.
    static final ScopedValue<ClassLoader> LOADER = ScopedValue.newInstance();

    /// For {@link java.util.ServiceLoader}.
    public SiteExecution() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new LocalExecutionControl(LOADER.orElse(SiteExecution.class.getClassLoader()));
    }
}
