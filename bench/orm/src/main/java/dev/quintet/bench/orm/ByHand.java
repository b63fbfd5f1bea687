package dev.quintet.bench.orm;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// JDBC as one writes it who has the time: kept statements, columns by number, plain objects.
@SuppressWarnings("NullAway") // the columns that are read are NOT NULL
final class ByHand implements Contender {

    private static final String COLUMNS =
            "p.id, p.name, p.maker_id, p.price, p.stock, p.rating, p.active, p.released,"
                    + " p.created, p.notes";

    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    /// A product.
    static final class Row {
        long id;
        String name = "";
        long makerId;
        BigDecimal price = BigDecimal.ZERO;
        int stock;
        double rating;
        boolean active;
        LocalDate released = LocalDate.EPOCH;
        Instant created = Instant.EPOCH;
        String notes = "";
    }

    private static final class Parent {
        long id;
        String name = "";
        long countryId;
        final List<Row> products = new ArrayList<>();
    }

    private record Line(
            long id,
            String text,
            int score,
            Row product,
            long makerId,
            String maker,
            long countryId,
            String country,
            long readerId,
            String reader) {}

    ByHand() {
        try {
            connection = DriverManager.getConnection(OrmTables.jdbcUrl(), "quintet", "quintet");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public String name() {
        return "JDBC by hand";
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = kept.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            kept.put(sql, known);
        }
        return known;
    }

    private interface Body<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(Body<T> body) {
        try {
            return body.run();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Row row(ResultSet result, int at) throws SQLException {
        var row = new Row();
        row.id = result.getLong(at);
        row.name = result.getString(at + 1);
        row.makerId = result.getLong(at + 2);
        row.price = result.getBigDecimal(at + 3);
        row.stock = result.getInt(at + 4);
        row.rating = result.getDouble(at + 5);
        row.active = result.getBoolean(at + 6);
        row.released = result.getObject(at + 7, LocalDate.class);
        row.created = result.getObject(at + 8, OffsetDateTime.class).toInstant();
        row.notes = result.getString(at + 9);
        return row;
    }

    @Override
    public long oneRow(long key) {
        return sql(() -> {
            PreparedStatement find =
                    prepared("SELECT " + COLUMNS + " FROM bench_product p WHERE p.id = ?");
            find.setLong(1, key);
            try (ResultSet result = find.executeQuery()) {
                result.next();
                return (long) row(result, 1).stock;
            }
        });
    }

    @Override
    public long thousandRows() {
        return sql(() -> {
            long sum = 0;
            for (Row row : thousand()) {
                sum += row.stock + row.name.length();
            }
            return sum;
        });
    }

    private List<Row> thousand() throws SQLException {
        PreparedStatement all =
                prepared("SELECT " + COLUMNS + " FROM bench_product p ORDER BY p.id LIMIT 1000");
        List<Row> rows = new ArrayList<>();
        try (ResultSet result = all.executeQuery()) {
            while (result.next()) {
                rows.add(row(result, 1));
            }
        }
        return rows;
    }

    @Override
    public long parentsWithChildren() {
        return sql(() -> {
            Map<Long, Parent> parents = new HashMap<>();
            List<Long> keys = new ArrayList<>();
            try (ResultSet result =
                    prepared("SELECT id, name, country_id FROM bench_maker").executeQuery()) {
                while (result.next()) {
                    var parent = new Parent();
                    parent.id = result.getLong(1);
                    parent.name = result.getString(2);
                    parent.countryId = result.getLong(3);
                    parents.put(parent.id, parent);
                    keys.add(parent.id);
                }
            }
            PreparedStatement children =
                    prepared(
                            "SELECT "
                                    + COLUMNS
                                    + " FROM bench_product p WHERE p.maker_id = ANY (?)");
            Array array = connection.createArrayOf("bigint", keys.toArray());
            children.setArray(1, array);
            try (ResultSet result = children.executeQuery()) {
                while (result.next()) {
                    Row row = row(result, 1);
                    Parent parent = parents.get(row.makerId);
                    if (parent != null) {
                        parent.products.add(row);
                    }
                }
            }
            long sum = 0;
            for (Parent parent : parents.values()) {
                for (Row row : parent.products) {
                    sum += row.stock + parent.name.length();
                }
            }
            return sum;
        });
    }

    @Override
    public long page(int number) {
        return sql(() -> {
            PreparedStatement page =
                    prepared(
                            "SELECT r.id, r.text, r.score, "
                                    + COLUMNS
                                    + ", m.id, m.name, c.id, c.name, d.id, d.name"
                                    + " FROM bench_review r"
                                    + " JOIN bench_product p ON p.id = r.product_id"
                                    + " JOIN bench_maker m ON m.id = p.maker_id"
                                    + " JOIN bench_country c ON c.id = m.country_id"
                                    + " JOIN bench_reader d ON d.id = r.reader_id"
                                    + " WHERE c.name = ? AND p.price > ? AND r.score >= ?"
                                    + " ORDER BY r.id DESC LIMIT ? OFFSET ?");
            page.setString(1, "Country 3");
            page.setBigDecimal(2, BigDecimal.TEN);
            page.setInt(3, 2);
            page.setInt(4, 20);
            page.setInt(5, number * 20);
            List<Line> lines = new ArrayList<>();
            try (ResultSet result = page.executeQuery()) {
                while (result.next()) {
                    lines.add(
                            new Line(
                                    result.getLong(1),
                                    result.getString(2),
                                    result.getInt(3),
                                    row(result, 4),
                                    result.getLong(14),
                                    result.getString(15),
                                    result.getLong(16),
                                    result.getString(17),
                                    result.getLong(18),
                                    result.getString(19)));
                }
            }
            long sum = 0;
            for (Line line : lines) {
                sum +=
                        line.text().length()
                                + line.product().name.length()
                                + line.maker().length()
                                + line.country().length()
                                + line.reader().length();
            }
            return sum;
        });
    }

    @Override
    public void insertThousand() {
        sql(() -> {
            connection.setAutoCommit(false);
            PreparedStatement insert =
                    prepared(
                            "INSERT INTO bench_product (name, maker_id, price, stock, rating,"
                                    + " active, released, created, notes)"
                                    + " SELECT * FROM unnest(?::text[], ?::bigint[], ?::numeric[],"
                                    + " ?::int[], ?::float8[], ?::bool[], ?::date[],"
                                    + " ?::timestamptz[], ?::text[]) RETURNING id");
            int most = OrmTables.PRODUCTS;
            var names = new String[most];
            var makers = new Long[most];
            var prices = new BigDecimal[most];
            var stocks = new Integer[most];
            var ratings = new Double[most];
            var actives = new Boolean[most];
            var days = new String[most];
            var times = new String[most];
            var notes = new String[most];
            var rows = new ArrayList<Row>(most);
            for (int i = 0; i < most; i++) {
                var row = new Row();
                names[i] = row.name = "Made " + i;
                makers[i] = row.makerId = 1L;
                prices[i] = row.price = BigDecimal.valueOf(i, 2);
                stocks[i] = row.stock = OrmTables.INSERTED_FROM;
                ratings[i] = row.rating = 1.5;
                actives[i] = row.active = true;
                days[i] = row.released.toString();
                times[i] = row.created.toString();
                notes[i] = row.notes = "A note";
                rows.add(row);
            }
            insert.setArray(1, connection.createArrayOf("text", names));
            insert.setArray(2, connection.createArrayOf("bigint", makers));
            insert.setArray(3, connection.createArrayOf("numeric", prices));
            insert.setArray(4, connection.createArrayOf("int4", stocks));
            insert.setArray(5, connection.createArrayOf("float8", ratings));
            insert.setArray(6, connection.createArrayOf("bool", actives));
            insert.setArray(7, connection.createArrayOf("text", days));
            insert.setArray(8, connection.createArrayOf("text", times));
            insert.setArray(9, connection.createArrayOf("text", notes));
            try (ResultSet keys = insert.executeQuery()) {
                for (int i = 0; keys.next(); i++) {
                    rows.get(i).id = keys.getLong(1);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            return rows;
        });
    }

    @Override
    public void updateThousand(int round) {
        sql(() -> {
            List<Row> rows = thousand();
            connection.setAutoCommit(false);
            PreparedStatement update =
                    prepared("UPDATE bench_product SET stock = ?, notes = ? WHERE id = ?");
            for (Row row : rows) {
                row.stock = (int) row.id + round;
                row.notes = "Round " + round + " of " + row.id;
                update.setInt(1, row.stock);
                update.setString(2, row.notes);
                update.setLong(3, row.id);
                update.addBatch();
            }
            update.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
            return true;
        });
    }

    /// For the clean-up between rounds, outside of what is measured.
    void removeInserted() {
        sql(() -> {
            PreparedStatement remove =
                    prepared("DELETE FROM bench_product WHERE stock = " + OrmTables.INSERTED_FROM);
            return remove.executeUpdate();
        });
    }

    @Override
    public void close() {
        sql(() -> {
            connection.close();
            return true;
        });
    }
}
