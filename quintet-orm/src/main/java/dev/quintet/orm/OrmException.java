package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.sql.UnsupportedFeatureException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The root of what the ORM throws: catch this to catch all of it.
public abstract sealed class OrmException extends QuintetException
        permits DatabaseException,
                DetachedRelationException,
                DoesNotExist,
                InvalidException,
                MappingException,
                MultipleObjectsReturned,
                NoFileException,
                NoSuchRowException,
                NotAnnotatedException,
                NotUpdatedException,
                ProtectedException,
                QueryException,
                StaleRowException,
                TransactionException,
                UnknownFieldException,
                UnsupportedFeatureException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    protected OrmException(Problem problem) {
        super(problem);
    }

    /// Carries `problem` and the exception that led to it.
    protected OrmException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
