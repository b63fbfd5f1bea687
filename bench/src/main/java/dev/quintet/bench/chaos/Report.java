package dev.quintet.bench.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The verdicts at the end of a part, one line each. Each is first seen to fail on something that
/// was spoilt for it, so that a check that checks nothing is found out.
final class Report {

    /// After a fault is over, requests may fail so long because of it.
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final int MOST_SHOWN = 5;

    /// A time in which failures have a reason.
    record Trouble(String what, Instant from, Instant until) {

        boolean explains(Ledger.Failure failure) {
            return !failure.at().isBefore(from) && !failure.at().isAfter(until.plus(GRACE));
        }
    }

    private boolean failed;

    /// {@return whether anything was wrong}
    boolean failed() {
        return failed;
    }

    /// Prints whether something holds.
    ///
    /// @param wrong what speaks against it
    void says(String what, List<String> wrong) {
        failed |= !wrong.isEmpty();
        System.out.println((wrong.isEmpty() ? "  ok    " : "  WRONG ") + what);
        wrong.stream().limit(MOST_SHOWN).forEach(one -> System.out.println("          " + one));
        if (wrong.size() > MOST_SHOWN) {
            System.out.println("          and " + (wrong.size() - MOST_SHOWN) + " more");
        }
    }

    /// The tables against what visitors saw.
    ///
    /// @param before the stock at the beginning
    void tables(Connection connection, Ledger ledger, Map<Long, Integer> before)
            throws SQLException {
        ShopTables tables = ShopTables.read(connection);
        List<Ledger.Bought> bought = ledger.bought();
        says(
                "no order that a buyer saw is lost ("
                        + bought.size()
                        + " orders, with their lines)",
                tables.lost(bought));
        says("no checkout ordered twice (" + tables.marks().size() + " checkouts)", tables.twice());
        says("no order is half there", tables.halves());
        says(
                "the stock is what it was less what was sold, and never below none ("
                        + tables.sold().values().stream().mapToInt(Integer::intValue).sum()
                        + " copies)",
                tables.miscounted(before));
        says(
                "what staff marked as sent is so (" + ledger.sent().size() + " orders)",
                tables.unsent(ledger.sent()));
        says("these checks fail on spoilt tables", unproved(connection, ledger, before));
    }

    /// Spoils the tables in a transaction that is taken back, and sees who notices.
    private static List<String> unproved(
            Connection connection, Ledger ledger, Map<Long, Integer> before) throws SQLException {
        String token = ledger.bought().getFirst().token();
        String order = "(SELECT id FROM shop_order WHERE token = '" + token + "')";
        var silent = new ArrayList<String>();
        connection.setAutoCommit(false);
        spoil(connection, "DELETE FROM shop_orderline WHERE order_id = " + order);
        ShopTables spoilt = ShopTables.read(connection);
        connection.rollback();
        note(silent, "lost lines", spoilt.lost(ledger.bought()));
        note(silent, "an order without lines", spoilt.halves());
        note(silent, "copies that nobody bought", spoilt.miscounted(before));
        spoil(connection, "UPDATE shop_order SET token = 'x' WHERE token = '" + token + "'");
        note(silent, "a lost order", ShopTables.read(connection).lost(ledger.bought()));
        connection.rollback();
        spoil(
                connection,
                "UPDATE shop_order SET note = (SELECT MIN(note) FROM shop_order), sent = NULL");
        spoilt = ShopTables.read(connection);
        connection.rollback();
        note(silent, "a checkout that ordered twice", spoilt.twice());
        if (!ledger.sent().isEmpty()) {
            note(silent, "an order that is not sent", spoilt.unsent(ledger.sent()));
        }
        connection.setAutoCommit(true);
        return silent;
    }

    private static void spoil(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void note(List<String> silent, String what, List<String> found) {
        if (found.isEmpty()) {
            silent.add(what + " was not noticed");
        }
    }

    /// What failed, against the log and the times of trouble.
    void failures(Ledger ledger, ShopProcess shop, List<Trouble> troubles) {
        List<Ledger.Failure> all = ledger.failures();
        says(
                "each answer of 500 and above has its line in the log (" + all.size() + " answers)",
                all.stream().filter(one -> !shop.explains(one.id())).map(Report::shown).toList());
        says(
                "none of them came while nothing was broken",
                all.stream()
                        .filter(one -> troubles.stream().noneMatch(it -> it.explains(one)))
                        .map(Report::shown)
                        .toList());
        var never = new Ledger.Failure("chaos-never-sent", 500, "GET /", Instant.EPOCH);
        boolean noticed =
                !shop.explains(never.id()) && troubles.stream().noneMatch(it -> it.explains(never));
        says("these checks fail on a failure of their own", noticed ? List.of() : List.of("no"));
        says("nobody got an answer that makes no sense", ledger.surprises());
    }

    private static String shown(Ledger.Failure one) {
        return one.at() + " " + one.what() + " was " + one.status() + " (" + one.id() + ")";
    }
}
