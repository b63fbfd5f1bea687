package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What an operator types after the name of the site: `migrate`, `check`, one of your own.
///
/// Annotate the class with picocli's `@Command(name = "...", description = "...")` and its fields
/// with `@Option` and `@Parameters`: their types are checked and shown in the help. Write to {@link
/// #out}, so that a test or another command can read it. A new instance serves each call.
public abstract class Command implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /// For picocli, which fills in the annotated fields.
    protected Command() {}

    /// Does the work, in the site's context.
    ///
    /// @return the exit code: 0 when all went well
    /// @throws Exception what went wrong; a {@link dev.quintet.kernel.error.QuintetException} is
    ///   shown as its problem, anything else with its stack trace
    protected abstract int run(Context site) throws Exception;

    /// {@return whether errors found by the checks keep this command from running}
    protected boolean needsChecks() {
        return true;
    }

    /// {@return whether it works with a site that was put together. One that does not is run with a
    /// context of bare defaults, before anything of the site is read: it works where the site is
    /// broken. Only commands of modules are asked, not those of apps}
    protected boolean needsSite() {
        return true;
    }

    /// {@return where results go}
    protected final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /// {@return where warnings and progress go}
    protected final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /// {@return picocli's view of this command}
    protected final CommandSpec spec() {
        CommandSpec mine = spec;
        if (mine == null) {
            throw new IllegalStateException("A command runs by Commands, which gives it its spec.");
        }
        return mine;
    }

    /// Runs in the current context; called by picocli.
    @Override
    public final Integer call() throws Exception {
        return run(Context.current());
    }
}
