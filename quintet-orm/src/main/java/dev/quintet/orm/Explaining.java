package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.tree.Select;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Plans of queries, as the database tells them.
final class Explaining {

    private Explaining() {}

    static String of(Database database, Select tree) {
        Plans.Ready ready =
                Plans.plan(database.dialect(), Plans.Purpose.SELECT, tree, Loading::keyOf);
        List<String> lines =
                database.query(
                        ready.plan().statement(),
                        ready.values(),
                        (result, row) -> {
                            List<String> told = new ArrayList<>();
                            int columns = result.getMetaData().getColumnCount();
                            while (result.next()) {
                                told.add(line(row, columns));
                            }
                            return told;
                        });
        return String.join("\n", lines);
    }

    private static String line(Row row, int columns) throws SQLException {
        List<String> parts = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            parts.add(String.valueOf(row.text(column)));
        }
        return String.join(" ", parts);
    }
}
