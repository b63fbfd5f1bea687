package dev.quintet.admin;

import dev.quintet.http.Response;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list as a table for spreadsheets: the columns of the list, the rows as the database has them.
final class Export {

    private Export() {}

    static <M extends Entity> Response csv(ModelAdmin<M> admin, QuerySet<M> rows) {
        List<ShownColumn<M>> columns = admin.list.columns;
        var names = new ArrayList<String>();
        columns.forEach(column -> names.add(column.label().toString()));
        String file = admin.mapping().state().verboseNamePlural().replace(' ', '-') + ".csv";
        return Response.csv(file, names, rows.stream().map(row -> line(columns, row)));
    }

    private static <M extends Entity> List<@Nullable Object> line(
            List<ShownColumn<M>> columns, M row) {
        var line = new ArrayList<@Nullable Object>();
        columns.forEach(column -> line.add(column.value(row)));
        return line;
    }
}
