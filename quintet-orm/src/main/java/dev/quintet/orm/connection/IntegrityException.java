package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.sql.Diagnosis;
import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement broke a constraint: a value twice, a key of nothing, a missing value. Django:
/// `IntegrityError`.
public final class IntegrityException extends DatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Broken broken;

    /// What was broken, as far as the database says.
    ///
    /// @param kind of constraint
    /// @param constraint its name in the database, or `null`
    /// @param model label of the model whose table it is on, or `null`
    /// @param fields names of the model's fields that it is about
    record Broken(
            Diagnosis.Kind kind,
            @Nullable String constraint,
            @Nullable String model,
            List<String> fields) {}

    IntegrityException(
            Problem problem, Broken broken, FailedStatement statement, SQLException cause) {
        super(problem, statement, cause);
        this.broken = broken;
    }

    /// {@return which kind of constraint was broken}
    public Diagnosis.Kind kind() {
        return broken.kind();
    }

    /// {@return the name of the constraint, or `null` when the database does not say}
    public @Nullable String constraint() {
        return broken.constraint();
    }

    /// {@return the label of the model, such as `shop.Album`, or `null` when it is not known}
    public @Nullable String model() {
        return broken.model();
    }

    /// {@return the names of the model's fields; empty when they are not known}
    public List<String> fields() {
        return broken.fields();
    }
}
