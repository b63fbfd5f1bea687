package dev.quintet.orm.connection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement that failed, as messages may show it.
///
/// @param sql the statement
/// @param parameters its values, `****` for secret ones
/// @param secrets the values that no message may show
record FailedStatement(String sql, List<@Nullable Object> parameters, List<String> secrets) {

    private static final String MASK = "****";
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_SHOWN = 80;
    private static final int LONGEST_SQL = 2_000;

    static FailedStatement of(String sql) {
        return new FailedStatement(sql, List.of(), List.of());
    }

    static FailedStatement of(SqlStatement statement, @Nullable Object[] values) {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String text = String.valueOf(values[i]);
            if (values[i] != null && statement.isSecret(i) && !text.isEmpty()) {
                secrets.add(text);
            }
        }
        return new FailedStatement(
                statement.sql(),
                Collections.unmodifiableList(statement.masked(values)),
                List.copyOf(secrets));
    }

    /// {@return the database's own words, without the values that are secret}
    String words(SQLException error) {
        String words = error.getMessage() == null ? error.toString() : error.getMessage();
        for (String secret : secrets) {
            words = words.replace(secret, MASK);
        }
        return words;
    }

    /// {@return the error itself, or one that says the same without what is secret}
    SQLException masked(SQLException error) {
        if (secrets.isEmpty()) {
            return error;
        }
        var masked = new SQLException(words(error), error.getSQLState(), error.getErrorCode());
        masked.setStackTrace(error.getStackTrace());
        return masked;
    }

    /// {@return the statement and its parameters, cut to what can be read}
    String shown() {
        var text = new StringBuilder(cut(sql, LONGEST_SQL));
        if (!parameters.isEmpty()) {
            text.append(" with [");
            for (int i = 0; i < Math.min(parameters.size(), MOST_SHOWN); i++) {
                text.append(i == 0 ? "" : ", ").append(shown(parameters.get(i)));
            }
            int more = parameters.size() - MOST_SHOWN;
            text.append(more > 0 ? ", and " + more + " more]" : "]");
        }
        return text.toString();
    }

    /// Quoted, and without characters that would write lines of their own into a log.
    private static String shown(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (!(value instanceof CharSequence) || value.equals(MASK)) {
            return cut(String.valueOf(value), LONGEST_SHOWN);
        }
        var text = new StringBuilder("'");
        cut(value.toString(), LONGEST_SHOWN)
                .chars()
                .forEach(c -> {
                    if (Character.isISOControl(c)) {
                        text.append(String.format("\\u%04x", c));
                    } else {
                        text.append((char) c);
                    }
                });
        return text.append('\'').toString();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }
}
