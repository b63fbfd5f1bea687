package records.shop;

import dev.quintet.http.Request;
import dev.quintet.http.Session;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import records.catalog.Album;
import records.catalog.Albums;

/// What a visitor means to buy, kept in the session: numbers of records, and how many of each.
/// Prices and titles are read from the database whenever the basket is shown.
final class Basket {

    /// So many copies of one record nobody needs.
    static final int MOST_OF_ONE = 9;

    private static final int MOST_RECORDS = 30;
    private static final String ITEMS = "basket";
    private static final String TOKEN = "basket_token";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Session session;
    private final Map<Long, Integer> items = new LinkedHashMap<>();

    private Basket(Session session) {
        this.session = session;
        if (session.get(ITEMS) instanceof Map<?, ?> kept) {
            kept.forEach((album, count) -> {
                if (count instanceof Number copies) {
                    items.put(Long.valueOf(album.toString()), copies.intValue());
                }
            });
        }
    }

    static Basket of(Request request) {
        return new Basket(request.session());
    }

    /// {@return how many copies are in it}
    int count() {
        return items.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    int of(long album) {
        return items.getOrDefault(album, 0);
    }

    /// Sets how many copies of a record are in it; 0 takes it out.
    void put(long album, int copies) {
        if (copies <= 0) {
            items.remove(album);
        } else if (items.containsKey(album) || items.size() < MOST_RECORDS) {
            items.put(album, Math.min(copies, MOST_OF_ONE));
        }
        session.put(
                ITEMS,
                items.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        item -> item.getKey().toString(),
                                        Map.Entry::getValue,
                                        (one, _) -> one,
                                        LinkedHashMap::new)));
        if (!session.has(TOKEN)) {
            byte[] random = new byte[32];
            RANDOM.nextBytes(random);
            session.put(TOKEN, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
    }

    /// {@return the token that an order of this basket gets; empty for a basket that nothing was
    /// ever put into}
    String token() {
        String token = session.get(TOKEN, String.class);
        return token == null ? "" : token;
    }

    /// {@return what is in it, in a few letters: a page that shows it sends them back, so that
    /// nobody orders what he has not seen}
    String contents() {
        return items.entrySet().stream()
                .map(item -> item.getKey() + "x" + item.getValue())
                .collect(Collectors.joining(" "));
    }

    void clear() {
        session.remove(ITEMS);
        session.remove(TOKEN);
        items.clear();
    }

    /// A record in the basket.
    ///
    /// @param stock how many copies there are
    record Line(Album album, int count, BigDecimal price, int stock) {

        /// {@return what all copies cost}
        public BigDecimal sum() {
            return price.multiply(BigDecimal.valueOf(count));
        }

        /// {@return whether there are fewer than are wanted}
        public boolean isShort() {
            return stock < count;
        }

        /// {@return the counts to choose from}
        public List<Integer> counts() {
            var all = new ArrayList<Integer>();
            for (int n = 1; n <= Math.clamp(stock, count, MOST_OF_ONE); n++) {
                all.add(n);
            }
            return all;
        }
    }

    /// {@return what is in it, as the database knows it now; two statements}
    List<Line> lines() {
        if (items.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> stock =
                Stocks.filter(Stocks.album.id.in(items.keySet())).list().stream()
                        .collect(Collectors.toMap(it -> it.album.id(), it -> it.copies));
        Map<Long, Album> albums =
                Albums.onCards().filter(Albums.id.in(items.keySet())).list().stream()
                        .collect(Collectors.toMap(album -> album.id, album -> album));
        var lines = new ArrayList<Line>();
        items.forEach((id, count) -> {
            Album album = albums.get(id);
            if (album != null) {
                lines.add(new Line(album, count, album.cost(), stock.getOrDefault(id, 0)));
            }
        });
        return lines;
    }

    static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
