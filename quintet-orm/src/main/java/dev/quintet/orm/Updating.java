package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/// Changes of many rows by one statement a table: a model that extends another one has its fields
/// in several.
final class Updating {

    private static final int MOST_KEYS = 500;

    private Updating() {}

    /// {@return how many rows there were}
    static int update(
            ModelMapping<?> mapping,
            Select rows,
            String alias,
            List<FieldPath> fields,
            List<Node> values) {
        Database database = Databases.current().get(alias);
        boolean above =
                mapping.parent() != null
                        && fields.stream()
                                .anyMatch(field -> mapping.inherits(number(mapping, field)));
        if (!above) {
            return run(database, rows, fields, values);
        }
        int counted = 0;
        try (var block = Transaction.atomicOn(alias)) {
            List<Object> keys =
                    Selection.<Object>made(
                                    rows.joining(List.of()).selecting(KeyNodes.of(mapping)),
                                    alias,
                                    found -> Objects.requireNonNull(found[0]))
                            .load();
            for (ModelMapping<?> level : Saving.levels(mapping)) {
                counted = Math.max(counted, level(database, mapping, level, keys, fields, values));
            }
            block.commit();
        }
        return counted;
    }

    private static int level(
            Database database,
            ModelMapping<?> mapping,
            ModelMapping<?> level,
            List<Object> keys,
            List<FieldPath> fields,
            List<Node> values) {
        List<FieldPath> own = new ArrayList<>();
        List<Node> theirs = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            int number = number(mapping, fields.get(i));
            if (number >= level.firstOwn() && number < level.columns().size()) {
                own.add(fields.get(i));
                theirs.add(values.get(i));
            }
        }
        int rows = 0;
        if (!own.isEmpty()) {
            for (List<Object> chunk : Keys.chunks(new LinkedHashSet<>(keys), MOST_KEYS)) {
                Select some = Select.from(level).filter(KeyNodes.among(level, chunk));
                rows += run(database, some, own, theirs);
            }
        }
        return rows;
    }

    /// The number of a field's column, or of the first one of a relation that has several.
    private static int number(ModelMapping<?> mapping, FieldPath field) {
        String name = field.names().getFirst();
        ModelRelation parted = mapping.parted(name);
        return mapping.number(parted == null ? name : parted.parts().getFirst());
    }

    private static int run(
            Database database, Select rows, List<FieldPath> fields, List<Node> values) {
        Plans.Ready ready = Plans.update(database.dialect(), rows, fields, values, Loading::keyOf);
        if (ready.plan().empty()) {
            return 0;
        }
        return database.update(ready.plan().statement(), ready.values());
    }
}
