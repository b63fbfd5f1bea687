package dev.quintet.kernel.settings;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A setting is unknown, has a wrong value, or is missing.
public final class SettingsException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public SettingsException(Problem problem) {
        super(problem);
    }
}
