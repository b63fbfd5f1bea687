package dev.quintet.kernel.error;

import dev.quintet.kernel.app.AppException;
import dev.quintet.kernel.check.UnknownTagException;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.CancelledException;
import dev.quintet.kernel.context.MissingPartException;
import dev.quintet.kernel.context.NoContextException;
import dev.quintet.kernel.context.ParallelException;
import dev.quintet.kernel.formats.FormatsException;
import dev.quintet.kernel.i18n.CatalogueException;
import dev.quintet.kernel.json.JsonException;
import dev.quintet.kernel.pagination.InvalidPageException;
import dev.quintet.kernel.settings.SettingsException;
import dev.quintet.kernel.signing.BadSignatureException;
import dev.quintet.kernel.text.TextException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The root of what the kernel throws: catch this to catch all of it.
public abstract sealed class KernelException extends QuintetException
        permits AppException,
                BadSignatureException,
                CancelledException,
                CatalogueException,
                CommandException,
                FormatsException,
                InvalidPageException,
                JsonException,
                MissingPartException,
                NoContextException,
                ParallelException,
                SettingsException,
                TextException,
                UnknownTagException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    protected KernelException(Problem problem) {
        super(problem);
    }

    /// Carries `problem` and the exception that led to it.
    protected KernelException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
