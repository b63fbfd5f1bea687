package dev.quintet.kernel.context;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// Code that needs a site ran where there is none.
public final class NoContextException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    NoContextException() {
        super(
                Problem.of("kernel.E001", "No site is running here.")
                        .because(
                                "This code ran outside of a request, command, task or test, and no"
                                        + " site was started in this process.")
                        .fixedBy(
                                "Start one: `new MySite().start()`; or run the code inside"
                                        + " `context.run(...)`."));
    }
}
