package dev.quintet.orm;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.Arrays;
import java.util.List;

/// Full-text search, on PostgreSQL. Elsewhere its conditions are refused by name; use `icontains`
/// there. Django: `django.contrib.postgres.search`.
///
/// ```java
/// var words = Search.query("gypsy jazz");
/// var text = Search.vector(Albums.title).weighted('A').and(Search.vector(Albums.notes).weighted('B'));
/// Albums.filter(text.matches(words)).orderBy(text.rank(words).desc());
/// ```
public final class Search {

    private Search() {}

    /// {@return the words of these texts; what is NULL has none}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> Vector<R> vector(Expression<R, String>... texts) {
        return new Vector<>(
                new Node.Call(
                        "search_vector", Arrays.stream(texts).map(Expression::node).toList()));
    }

    /// {@return words as a visitor types them: all of them are wanted}
    public static Words query(String words) {
        return new Words(new Node.Call("search_query", List.of(new Node.Value(words))));
    }

    /// {@return words that stand one behind the other}
    public static Words phrase(String words) {
        return new Words(new Node.Call("search_query_phrase", List.of(new Node.Value(words))));
    }

    /// {@return words as search engines take them: quotes, `or`, `-`}
    public static Words web(String words) {
        return new Words(new Node.Call("search_query_web", List.of(new Node.Value(words))));
    }

    /// {@return how alike two texts are, from 0 to 1; needs the extension pg_trgm}
    public static <R> NumberExpression<R, Double> similarity(
            Expression<R, String> text, String other) {
        return new NumberExpression<>(
                new Node.Call("trigram_similarity", List.of(text.node(), new Node.Value(other))));
    }

    /// {@return whether two texts are alike; needs the extension pg_trgm}
    public static <R> Condition<R> similar(Expression<R, String> text, String other) {
        return new Condition<>(
                new Node.Compare(Lookup.TRIGRAM_SIMILAR, text.node(), new Node.Value(other)));
    }

    /// {@return the text with the words that were found marked up. The rest is not escaped: escape
    /// it before it becomes part of a page}
    public static <R> TextExpression<R> headline(Expression<R, String> text, Words words) {
        return new TextExpression<>(
                new Node.Call("search_headline", List.of(text.node(), words.node)));
    }

    /// What is searched for. Immutable.
    public static final class Words {

        private final Node node;

        Words(Node node) {
            this.node = node;
        }

        /// {@return both are wanted}
        public Words and(Words other) {
            return new Words(new Node.Call("search_and", List.of(node, other.node)));
        }

        /// {@return one of both is wanted}
        public Words or(Words other) {
            return new Words(new Node.Call("search_or", List.of(node, other.node)));
        }

        /// {@return it is not wanted}
        public Words not() {
            return new Words(new Node.Call("search_not", List.of(node)));
        }
    }

    /// The words of texts. Immutable.
    ///
    /// @param <R> the model that it starts from
    public static final class Vector<R> {

        private final Node node;

        Vector(Node node) {
            this.node = node;
        }

        /// {@return these words, which count for more: `A` most, `D` least}
        public Vector<R> weighted(char weight) {
            return new Vector<>(
                    new Node.Call(
                            "search_weight",
                            List.of(node, new Node.Value(String.valueOf(weight)))));
        }

        /// {@return these words, and others}
        public Vector<R> and(Vector<? super R> other) {
            return new Vector<>(new Node.Call("search_join", List.of(node, other.node)));
        }

        /// {@return whether it has what is searched for}
        public Condition<R> matches(Words words) {
            return new Condition<>(new Node.Compare(Lookup.SEARCH, node, words.node));
        }

        /// {@return how well it has what is searched for}
        public NumberExpression<R, Double> rank(Words words) {
            return new NumberExpression<>(
                    new Node.As(
                            new Node.Call("search_rank", List.of(node, words.node)),
                            FieldType.float64()));
        }
    }
}
