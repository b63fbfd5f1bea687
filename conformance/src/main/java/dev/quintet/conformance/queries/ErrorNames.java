package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonError;
import dev.quintet.kernel.error.QuintetException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What Django calls the errors that Quintet throws.
final class ErrorNames {

    private static final Map<String, String> BY_CLASS =
            Map.ofEntries(
                    Map.entry("DoesNotExist", "DoesNotExist"),
                    Map.entry("MultipleObjectsReturned", "MultipleObjectsReturned"),
                    Map.entry("IntegrityException", "IntegrityError"),
                    Map.entry("ProtectedException", "ProtectedError"),
                    Map.entry("RestrictedException", "RestrictedError"),
                    Map.entry("UnknownFieldException", "FieldError"),
                    Map.entry("UnsupportedFeatureException", "NotSupportedError"),
                    Map.entry("NotUpdatedException", "DatabaseError"),
                    Map.entry("DatabaseException", "DatabaseError"),
                    Map.entry("TransactionException", "TransactionManagementError"),
                    Map.entry("NotAnnotatedException", "AttributeError"),
                    Map.entry("ValidationError", "ValidationError"),
                    Map.entry("ValidationException", "ValidationError"));

    /// Where one class of ours is several of Django's.
    private static final Map<String, String> BY_CODE =
            Map.ofEntries(
                    Map.entry("orm.E007", "ValidationError"),
                    Map.entry("orm.E040", "FieldError"),
                    Map.entry("orm.E041", "FieldError"),
                    Map.entry("orm.E042", "ValueError"),
                    Map.entry("orm.E043", "ValueError"),
                    Map.entry("orm.E044", "ValueError"),
                    Map.entry("orm.E045", "TypeError"),
                    Map.entry("orm.E046", "FieldError"),
                    Map.entry("orm.E047", "FieldError"),
                    Map.entry("orm.E048", "ValueError"),
                    Map.entry("orm.E052", "ValueError"),
                    Map.entry("orm.E105", "FieldError"),
                    Map.entry("orm.E109", "DatabaseError"),
                    Map.entry("orm.E110", "IndexError"),
                    Map.entry("orm.E111", "TypeError"),
                    Map.entry("orm.E112", "NotSupportedError"),
                    Map.entry("orm.E113", "ValueError"),
                    Map.entry("orm.E115", "TypeError"),
                    Map.entry("orm.E116", "FieldError"),
                    Map.entry("orm.E117", "ValueError"),
                    Map.entry("orm.E119", "TypeError"),
                    Map.entry("orm.E120", "FieldError"),
                    Map.entry("orm.E122", "TypeError"),
                    Map.entry("orm.E123", "TypeError"),
                    Map.entry("orm.E124", "FieldError"),
                    Map.entry("orm.E125", "ValueError"),
                    Map.entry("orm.E126", "FieldError"),
                    Map.entry("orm.E127", "AttributeError"),
                    Map.entry("orm.E128", "TransactionManagementError"),
                    Map.entry("orm.E133", "FieldError"));

    /// Django refuses what is no number by one class and what is no date or key by another.
    private static String unfit(String problem) {
        return problem.matches(".* no valid (smallint|int|bigint|double precision|real)\\.")
                ? "ValueError"
                : "ValidationError";
    }

    private ErrorNames() {}

    /// {@return what `call` returns}
    ///
    /// @throws PythonError what the ORM throws, by Django's name
    static <T extends @Nullable Object> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (QuintetException thrown) {
            throw new PythonError(name(thrown), thrown.getMessage(), thrown);
        } catch (DateTimeException wrong) {
            throw new PythonError("ValueError", wrong.getMessage(), wrong);
        }
    }

    static String name(QuintetException thrown) {
        if (thrown.problem().code().equals("orm.E108")) {
            return unfit(thrown.problem().problem());
        }
        String byCode = BY_CODE.get(thrown.problem().code());
        if (byCode != null) {
            return byCode;
        }
        String type = thrown.getClass().getSimpleName();
        return BY_CLASS.getOrDefault(type, type);
    }
}
