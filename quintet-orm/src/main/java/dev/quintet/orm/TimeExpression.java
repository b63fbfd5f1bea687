package dev.quintet.orm;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Operator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An expression whose values are days, times of day, points in time or lengths of time.
///
/// The parts of a point in time are told in the running code's time zone, or in one that is named.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public class TimeExpression<R, V> extends OrderedExpression<R, V> {

    /// Wraps a part of a tree.
    public TimeExpression(Node node) {
        super(node);
    }

    /// What a time is cut off to.
    public enum Unit {
        /// Its year.
        YEAR,
        /// Its quarter of a year.
        QUARTER,
        /// Its month.
        MONTH,
        /// Its week, from Monday.
        WEEK,
        /// Its day.
        DAY,
        /// Its hour.
        HOUR,
        /// Its minute.
        MINUTE,
        /// Its second.
        SECOND;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private NumberExpression<R, Integer> part(String part, @Nullable ZoneId zone) {
        return new NumberExpression<>(new Node.Extract(part, node(), zone));
    }

    /// {@return its year}
    public final NumberExpression<R, Integer> year() {
        return part("year", null);
    }

    /// {@return its year in a zone}
    public final NumberExpression<R, Integer> year(ZoneId zone) {
        return part("year", zone);
    }

    /// {@return the year that its week belongs to, by ISO 8601}
    public final NumberExpression<R, Integer> isoYear() {
        return part("iso_year", null);
    }

    /// {@return its quarter, 1 to 4}
    public final NumberExpression<R, Integer> quarter() {
        return part("quarter", null);
    }

    /// {@return its month, 1 to 12}
    public final NumberExpression<R, Integer> month() {
        return part("month", null);
    }

    /// {@return its month in a zone, 1 to 12}
    public final NumberExpression<R, Integer> month(ZoneId zone) {
        return part("month", zone);
    }

    /// {@return its week, 1 to 53, by ISO 8601}
    public final NumberExpression<R, Integer> week() {
        return part("week", null);
    }

    /// {@return its day of the month}
    public final NumberExpression<R, Integer> day() {
        return part("day", null);
    }

    /// {@return its day of the month in a zone}
    public final NumberExpression<R, Integer> day(ZoneId zone) {
        return part("day", zone);
    }

    /// {@return its day of the week, 1 for Sunday to 7 for Saturday. Django: `week_day`}
    public final NumberExpression<R, Integer> weekDay() {
        return part("week_day", null);
    }

    /// {@return its day of the week, 1 for Monday to 7 for Sunday}
    public final NumberExpression<R, Integer> isoWeekDay() {
        return part("iso_week_day", null);
    }

    /// {@return its hour, 0 to 23}
    public final NumberExpression<R, Integer> hour() {
        return part("hour", null);
    }

    /// {@return its hour in a zone, 0 to 23}
    public final NumberExpression<R, Integer> hour(ZoneId zone) {
        return part("hour", zone);
    }

    /// {@return its minute}
    public final NumberExpression<R, Integer> minute() {
        return part("minute", null);
    }

    /// {@return its second}
    public final NumberExpression<R, Integer> second() {
        return part("second", null);
    }

    /// {@return its beginning: of its month, its hour}
    public final TimeExpression<R, V> truncatedTo(Unit unit) {
        return new TimeExpression<>(new Node.Trunc(unit.word(), node(), null, null));
    }

    /// {@return its beginning in a zone, whose days may have 23 hours or 25}
    public final TimeExpression<R, V> truncatedTo(Unit unit, ZoneId zone) {
        return new TimeExpression<>(new Node.Trunc(unit.word(), node(), zone, null));
    }

    /// {@return its day}
    public final TimeExpression<R, LocalDate> date() {
        return new TimeExpression<>(new Node.Trunc("date", node(), null, FieldType.date()));
    }

    /// {@return its day in a zone}
    public final TimeExpression<R, LocalDate> date(ZoneId zone) {
        return new TimeExpression<>(new Node.Trunc("date", node(), zone, FieldType.date()));
    }

    /// {@return its time of day}
    public final TimeExpression<R, LocalTime> time() {
        return new TimeExpression<>(new Node.Trunc("time", node(), null, FieldType.time()));
    }

    /// {@return so much later}
    public final TimeExpression<R, V> plus(Duration length) {
        return combined(Operator.PLUS, new Node.Value(length));
    }

    /// {@return so much later}
    public final TimeExpression<R, V> plus(Expression<? super R, Duration> length) {
        return combined(Operator.PLUS, length.node());
    }

    /// {@return so much earlier}
    public final TimeExpression<R, V> minus(Duration length) {
        return combined(Operator.MINUS, new Node.Value(length));
    }

    /// {@return so much earlier}
    public final TimeExpression<R, V> minus(Expression<? super R, Duration> length) {
        return combined(Operator.MINUS, length.node());
    }

    /// {@return how long after another time it is}
    public final TimeExpression<R, Duration> since(Expression<? super R, V> other) {
        return new TimeExpression<>(new Node.Arithmetic(Operator.MINUS, node(), other.node()));
    }

    private TimeExpression<R, V> combined(Operator operator, Node other) {
        return new TimeExpression<>(new Node.Arithmetic(operator, node(), other));
    }
}
