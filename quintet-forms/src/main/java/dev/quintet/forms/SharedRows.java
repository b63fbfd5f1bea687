package dev.quintet.forms;

import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows to choose from, for all forms of one set: those that ask for the same get the same answer,
/// so that a set costs no more statements than one form. Belongs to one request.
final class SharedRows {

    private final Function<String, Collection<?>> expected;
    private final List<Answer<?>> answers = new ArrayList<>();

    /// What one query was answered.
    private static final class Answer<T extends Entity> {
        private final QuerySet<T> rows;
        private final Map<Integer, List<T>> firsts = new HashMap<>();
        private final Map<String, @Nullable T> byKey = new HashMap<>();
        private @Nullable List<T> all;

        Answer(QuerySet<T> rows) {
            this.rows = rows;
        }
    }

    /// @param expected the keys that the rows of the set hold in a field, by its name
    SharedRows(Function<String, Collection<?>> expected) {
        this.expected = expected;
    }

    @SuppressWarnings("unchecked") // the same query has the same rows
    private <T extends Entity> Answer<T> to(QuerySet<T> rows) {
        for (Answer<?> known : answers) {
            if (known.rows.asksForTheSame(rows)) {
                return (Answer<T>) known;
            }
        }
        var answer = new Answer<>(rows);
        answers.add(answer);
        return answer;
    }

    <T extends Entity> List<T> all(QuerySet<T> rows) {
        Answer<T> answer = to(rows);
        List<T> all = answer.all;
        if (all == null) {
            answer.all = all = rows.list();
        }
        return all;
    }

    <T extends Entity> List<T> first(QuerySet<T> rows, int most) {
        return to(rows).firsts.computeIfAbsent(most, _ -> rows.limit(most).list());
    }

    /// {@return the rows of these keys; with the first of them, those that the set's rows hold are
    /// read}
    ///
    /// @param field its name
    <T extends Entity> List<T> find(EntityChoices<T> choices, String field, List<String> keys) {
        Answer<T> answer = to(choices.rows());
        var missing = new LinkedHashSet<String>();
        for (String key : keys) {
            if (!answer.byKey.containsKey(key)) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            for (Object key : expected.apply(field)) {
                String text = RowKey.text(key);
                if (!answer.byKey.containsKey(text)) {
                    missing.add(text);
                }
            }
            missing.forEach(key -> answer.byKey.put(key, null));
            for (T row : choices.ask(List.copyOf(missing))) {
                answer.byKey.put(choices.keyText(row), row);
            }
        }
        var found = new ArrayList<T>();
        for (String key : keys) {
            T row = answer.byKey.get(key);
            if (row != null) {
                found.add(row);
            }
        }
        return found;
    }
}
