package dev.quintet.orm.sql;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What PostgreSQL means by its errors.
final class PostgresqlErrors {

    /// `Key (author_id, slug)=(1, emma) already exists.`, in whichever language.
    private static final Pattern KEY = Pattern.compile("\\(([^()]+)\\)=\\(");

    private PostgresqlErrors() {}

    static Diagnosis diagnose(SQLException error) {
        Diagnosis.Kind kind = Diagnosis.byState(error.getSQLState());
        if (!kind.isIntegrity()) {
            return Diagnosis.of(kind);
        }
        Object message = said(error, "getServerErrorMessage");
        String column = text(message, "getColumn");
        List<String> columns =
                column == null ? keyColumns(text(message, "getDetail")) : List.of(column);
        return new Diagnosis(
                kind, text(message, "getConstraint"), text(message, "getTable"), columns, false);
    }

    private static List<String> keyColumns(@Nullable String detail) {
        Matcher key = KEY.matcher(detail == null ? "" : detail);
        if (!key.find()) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        Arrays.stream(Objects.requireNonNull(key.group(1)).split(", "))
                .map(name -> name.replaceAll("^\"|\"$", ""))
                .forEach(columns::add);
        return columns;
    }

    private static @Nullable String text(@Nullable Object message, String method) {
        return message == null ? null : (String) said(message, method);
    }

    /// Asked by name, because the driver may be another one, or none: only its words are in the
    /// exception's message, in the server's language. Errors alone take this way.
    private static @Nullable Object said(Object of, String method) {
        try {
            return of.getClass().getMethod(method).invoke(of);
        } catch (NoSuchMethodException | IllegalAccessException another) {
            return null;
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
