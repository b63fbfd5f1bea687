package dev.quintet.bench.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The tables of orders and stock, read past the shop.
///
/// @param orders by token
/// @param stock copies by record
/// @param marks of checkouts, with how many orders each has made
/// @param sent the numbers of orders that are marked as sent
record ShopTables(
        Map<String, Map<Long, Integer>> orders,
        Map<Long, Integer> stock,
        Map<String, Integer> marks,
        Set<Long> sent) {

    /// So many copies of most records: nobody buys them all.
    private static final int PLENTY = 100_000;

    /// So many of each ninth one, for which buyers compete.
    private static final int FEW = 3;

    /// Fills the cellar.
    static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE shop_stock SET copies = CASE WHEN album_id % 9 = 0 THEN "
                            + FEW
                            + " ELSE "
                            + PLENTY
                            + " END");
        }
    }

    static ShopTables read(Connection connection) throws SQLException {
        Map<String, Map<Long, Integer>> orders = new HashMap<>();
        Map<String, Integer> marks = new TreeMap<>();
        Map<Long, Integer> stock = new TreeMap<>();
        Set<Long> sent = new HashSet<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT id, token, note, sent FROM shop_order")) {
                while (row.next()) {
                    orders.put(Objects.requireNonNull(row.getString(2)), new TreeMap<>());
                    marks.merge(Objects.requireNonNull(row.getString(3)), 1, Integer::sum);
                    if (row.getObject(4) != null) {
                        sent.add(row.getLong(1));
                    }
                }
            }
            String lines =
                    "SELECT o.token, l.album_id, l.count FROM shop_orderline l"
                            + " JOIN shop_order o ON o.id = l.order_id";
            try (ResultSet row = statement.executeQuery(lines)) {
                while (row.next()) {
                    Objects.requireNonNull(orders.get(row.getString(1)))
                            .merge(row.getLong(2), row.getInt(3), Integer::sum);
                }
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT album_id, copies FROM shop_stock")) {
                while (row.next()) {
                    stock.put(row.getLong(1), row.getInt(2));
                }
            }
        }
        return new ShopTables(orders, stock, marks, sent);
    }

    /// {@return what was sold, by record}
    Map<Long, Integer> sold() {
        Map<Long, Integer> sold = new TreeMap<>();
        orders.values()
                .forEach(lines ->
                        lines.forEach((album, count) -> sold.merge(album, count, Integer::sum)));
        return sold;
    }

    /// {@return orders that buyers saw and that are not here as they saw them}
    List<String> lost(List<Ledger.Bought> bought) {
        var lost = new ArrayList<String>();
        for (Ledger.Bought one : bought) {
            Map<Long, Integer> kept = orders.get(one.token());
            if (kept == null) {
                lost.add(one.mark() + " saw order " + one.token() + ", and there is none");
            } else if (!kept.equals(one.lines())) {
                lost.add(one.mark() + " saw " + one.lines() + ", and there is " + kept);
            }
        }
        return lost;
    }

    /// {@return checkouts that made several orders}
    List<String> twice() {
        return marks.entrySet().stream()
                .filter(one -> one.getValue() > 1)
                .map(one -> one.getKey() + " made " + one.getValue() + " orders")
                .toList();
    }

    /// {@return orders that nothing is in}
    List<String> halves() {
        return orders.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(one -> "order " + one.getKey() + " has no lines")
                .toList();
    }

    /// {@return records whose copies are not those of the beginning less those sold, or below none}
    ///
    /// @param before what there was
    List<String> miscounted(Map<Long, Integer> before) {
        Map<Long, Integer> sold = sold();
        var wrong = new ArrayList<String>();
        stock.forEach((album, copies) -> {
            int expected = before.getOrDefault(album, 0) - sold.getOrDefault(album, 0);
            if (copies < 0 || copies != expected) {
                wrong.add("record " + album + " has " + copies + " copies, not " + expected);
            }
        });
        return wrong;
    }

    /// {@return orders of which staff was told that they are marked as sent, and which are not}
    List<String> unsent(List<Long> told) {
        return told.stream()
                .filter(id -> !sent.contains(id))
                .map(id -> "order " + id + " was marked as sent, and is not")
                .toList();
    }
}
