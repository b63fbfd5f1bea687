package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.WithStatus;
import dev.quintet.kernel.validate.ValidationError;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An object is not what its model asks for. Django: `ValidationError` with an `error_dict`.
///
/// In an answer to a request it is a status 422.
public final class InvalidException extends OrmException implements WithStatus {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Map<String, List<ValidationError>> errors;

    InvalidException(ModelMapping<?> model, Errors errors) {
        super(
                Problem.of("orm.E154", "This " + model.state().name() + " is not valid.")
                        .because(words(errors.all()))
                        .fixedBy(
                                "Give it values that are, or show its errors() to who gave them."));
        this.errors = errors.all();
    }

    private static String words(Map<String, List<ValidationError>> errors) {
        return errors.entrySet().stream()
                .map(entry ->
                        entry.getKey()
                                + ": "
                                + entry.getValue().stream()
                                        .map(ValidationError::text)
                                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    /// {@return what is wrong, by name of the field; under {@link Errors#ALL} what concerns none}
    public Map<String, List<ValidationError>> errors() {
        return errors;
    }

    @Override
    public int status() {
        return 422;
    }
}
