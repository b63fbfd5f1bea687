package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.List;

/// Functions over the rows around each row, typed. Import statically. Django: window functions.
///
/// `rank().over(partitionBy(Albums.artist).orderBy(Albums.price.desc()))`
public final class Windows {

    private Windows() {}

    private static <R, V> WindowFunction<R, V> function(String name, Node... arguments) {
        return new WindowFunction<>(new Node.Call(name, List.of(arguments)));
    }

    /// {@return the row's number, counted from 1}
    public static WindowFunction<Object, Long> rowNumber() {
        return function("row_number");
    }

    /// {@return the row's rank; equal rows share one, and leave a gap behind them}
    public static WindowFunction<Object, Long> rank() {
        return function("rank");
    }

    /// {@return the row's rank; equal rows share one, without a gap}
    public static WindowFunction<Object, Long> denseRank() {
        return function("dense_rank");
    }

    /// {@return the row's rank between 0 and 1}
    public static WindowFunction<Object, Double> percentRank() {
        return function("percent_rank");
    }

    /// {@return which part of the rows comes up to this one, above 0 to 1}
    public static WindowFunction<Object, Double> cumeDist() {
        return function("cume_dist");
    }

    /// {@return the number of the row's part, when the rows are cut into so many}
    public static WindowFunction<Object, Long> ntile(int parts) {
        return function("ntile", new Node.Value(parts));
    }

    /// {@return the value of the row before}
    public static <R, V> WindowFunction<R, V> lag(Expression<R, V> value) {
        return function("lag", value.node());
    }

    /// {@return the value so many rows before}
    public static <R, V> WindowFunction<R, V> lag(Expression<R, V> value, int rows) {
        return function("lag", value.node(), new Node.Value(rows));
    }

    /// {@return the value of the row behind}
    public static <R, V> WindowFunction<R, V> lead(Expression<R, V> value) {
        return function("lead", value.node());
    }

    /// {@return the value so many rows behind}
    public static <R, V> WindowFunction<R, V> lead(Expression<R, V> value, int rows) {
        return function("lead", value.node(), new Node.Value(rows));
    }

    /// {@return the value of the first row}
    public static <R, V> WindowFunction<R, V> firstValue(Expression<R, V> value) {
        return function("first_value", value.node());
    }

    /// {@return the value of the last row}
    public static <R, V> WindowFunction<R, V> lastValue(Expression<R, V> value) {
        return function("last_value", value.node());
    }

    /// {@return the value of the row of a number, counted from 1}
    public static <R, V> WindowFunction<R, V> nthValue(Expression<R, V> value, int number) {
        return function("nth_value", value.node(), new Node.Value(number));
    }

    /// {@return an aggregate over the rows around: a running total, a share}
    public static <R, V> WindowFunction<R, V> window(Expression<R, V> aggregate) {
        return new WindowFunction<>(aggregate.node());
    }

    /// {@return all rows}
    public static Over<Object> allRows() {
        return new Over<>(List.of(), List.of(), null);
    }

    /// {@return the rows that agree in these}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> Over<R> partitionBy(Selectable<? super R>... by) {
        return new Over<>(List.of(by).stream().map(Selectable::node).toList(), List.of(), null);
    }
}
