package dev.quintet.orm;

import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Format;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A query of albums that nobody thought of, and how to make it smaller while it still shows what
/// it showed.
///
/// @param steps filters and exclusions, in order
/// @param order names of fields; the key is always behind them, so that the order is one
/// @param offset rows to skip
/// @param limit most rows, or none for all
record RandomQuery(List<Step> steps, List<String> order, int offset, List<Integer> limit) {

    /// A filter or an exclusion.
    record Step(boolean excludes, Term term) {}

    /// A condition.
    sealed interface Term {

        Condition<Object> condition();

        Stream<Term> smaller();
    }

    record Leaf(String lookup, Object value) implements Term {

        @Override
        public Condition<Object> condition() {
            return Q.of(lookup, value);
        }

        @Override
        public Stream<Term> smaller() {
            return value instanceof List<?> several && several.size() > 1
                    ? Stream.of(new Leaf(lookup, several.subList(1, several.size())))
                    : Stream.empty();
        }
    }

    record Not(Term term) implements Term {

        @Override
        public Condition<Object> condition() {
            return term.condition().not();
        }

        @Override
        public Stream<Term> smaller() {
            return Stream.concat(Stream.of(term), term.smaller().map(Not::new));
        }
    }

    record Several(boolean all, List<Term> terms) implements Term {

        @Override
        public Condition<Object> condition() {
            Collection<Condition<Object>> each = terms.stream().map(Term::condition).toList();
            return all ? Q.all(each) : Q.any(each);
        }

        @Override
        public Stream<Term> smaller() {
            Stream<Term> one = terms.stream();
            Stream<Term> fewer =
                    terms.size() < 2
                            ? Stream.empty()
                            : Stream.of(new Several(all, terms.subList(1, terms.size())));
            Stream<Term> inner =
                    terms.stream()
                            .flatMap(term ->
                                    term.smaller()
                                            .map(less -> {
                                                List<Term> other = new ArrayList<>(terms);
                                                other.set(terms.indexOf(term), less);
                                                return new Several(all, other);
                                            }));
            return Stream.concat(Stream.concat(one, fewer), inner);
        }
    }

    QuerySet<Album> on() {
        QuerySet<Album> rows = Albums.all();
        for (Step step : steps) {
            rows =
                    step.excludes()
                            ? rows.exclude(step.term().condition())
                            : rows.filter(step.term().condition());
        }
        String[] keys = Stream.concat(order.stream(), Stream.of("id")).toArray(String[]::new);
        rows = rows.orderBy(keys[0], java.util.Arrays.copyOfRange(keys, 1, keys.length));
        if (offset > 0) {
            rows = rows.offset(offset);
        }
        return limit.isEmpty() ? rows : rows.limit(limit.getFirst());
    }

    /// The smallest query that can be made of this one and still fails.
    RandomQuery shrunk(Predicate<RandomQuery> fails) {
        RandomQuery smallest = this;
        for (boolean again = true; again; ) {
            again = false;
            for (RandomQuery less : smallest.smaller().toList()) {
                if (fails.test(less)) {
                    smallest = less;
                    again = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private Stream<RandomQuery> smaller() {
        List<RandomQuery> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Step> fewer = new ArrayList<>(steps);
            Step step = fewer.remove(i);
            all.add(new RandomQuery(fewer, order, offset, limit));
            int at = i;
            step.term()
                    .smaller()
                    .forEach(term -> {
                        List<Step> other = new ArrayList<>(steps);
                        other.set(at, new Step(step.excludes(), term));
                        all.add(new RandomQuery(other, order, offset, limit));
                    });
        }
        if (!order.isEmpty()) {
            all.add(new RandomQuery(steps, order.subList(1, order.size()), offset, limit));
        }
        if (offset > 0) {
            all.add(new RandomQuery(steps, order, 0, limit));
        }
        if (!limit.isEmpty()) {
            all.add(new RandomQuery(steps, order, offset, List.of()));
        }
        return all.stream();
    }

    static RandomQuery of(Random random) {
        List<Step> steps = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            steps.add(new Step(random.nextInt(3) == 0, term(random, 2)));
        }
        List<String> order = new ArrayList<>();
        for (String field : List.of("stock", "-price", "-id")) {
            if (random.nextInt(4) == 0) {
                order.add(field);
            }
        }
        int offset = random.nextInt(3) == 0 ? random.nextInt(5) : 0;
        List<Integer> limit = random.nextInt(3) == 0 ? List.of(random.nextInt(12)) : List.of();
        return new RandomQuery(steps, order, offset, limit);
    }

    private static Term term(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return leaf(random);
        }
        if (random.nextInt(3) == 0) {
            return new Not(term(random, depth - 1));
        }
        List<Term> several = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            several.add(term(random, depth - 1));
        }
        return new Several(random.nextBoolean(), several);
    }

    private static Term leaf(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> text(random, "title", AlbumsOfTheTest.TITLES);
            case 1 -> text(random, "artist__name", AlbumsOfTheTest.ARTISTS);
            case 2 -> text(random, "genres__name", AlbumsOfTheTest.GENRES);
            case 3 -> text(random, "tracks__title", AlbumsOfTheTest.TRACKS);
            case 4 -> number(random, "stock", random.nextInt(8));
            case 5 -> number(random, "price", new BigDecimal(random.nextInt(60) + ".50"));
            case 6 -> released(random);
            case 7 ->
                    new Leaf(
                            random.nextBoolean() ? "genres__isnull" : "tracks__isnull",
                            random.nextBoolean());
            default ->
                    random.nextBoolean()
                            ? new Leaf("format", one(random, List.of(Format.values())))
                            : new Leaf("format__in", List.of(Format.LP, Format.CASSETTE));
        };
    }

    private static Term text(Random random, String field, List<String> known) {
        String value = one(random, known);
        int from = random.nextInt(value.length());
        String part = value.substring(from, from + 1 + random.nextInt(value.length() - from));
        return switch (random.nextInt(7)) {
            case 0 -> new Leaf(field, value);
            case 1 -> new Leaf(field + "__in", List.of(value, one(random, known)));
            case 2 -> new Leaf(field + "__contains", part);
            case 3 -> new Leaf(field + "__icontains", part);
            case 4 -> new Leaf(field + "__startswith", value.substring(0, from + 1));
            case 5 -> new Leaf(field + "__iendswith", value.substring(from));
            default -> new Leaf(field + "__iexact", value);
        };
    }

    private static Term number(Random random, String field, Object value) {
        String lookup = one(random, List.of("__gt", "__gte", "__lt", "__lte", "__exact"));
        return new Leaf(field + lookup, value);
    }

    private static Term released(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Leaf("released__isnull", random.nextBoolean());
            case 1 -> new Leaf("released__year", 1948 + random.nextInt(6));
            case 2 -> new Leaf("released__month__gte", 1 + random.nextInt(12));
            default ->
                    new Leaf(
                            random.nextBoolean() ? "released__lt" : "released__gte",
                            LocalDate.of(1948 + random.nextInt(6), 1 + random.nextInt(12), 3));
        };
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// The words that the test's rows are made of. No two differ in case alone: MariaDB's usual
    /// collation takes those for equal, the others do not.
    static final class AlbumsOfTheTest {

        static final List<String> TITLES =
                List.of("Djangology", "Live at 100%", "Up_town", "Nuages [1946]", "a*b?c", "it's");
        static final List<String> ARTISTS = List.of("Django", "Grappelli", "O'Day", "Back\\slash");
        static final List<String> GENRES = List.of("Swing", "Gypsy", "Bop");
        static final List<String> TRACKS = List.of("Minor", "Belleville", "50% off", "J_S");

        private AlbumsOfTheTest() {}
    }
}
