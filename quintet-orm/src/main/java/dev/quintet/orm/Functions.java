package dev.quintet.orm;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Functions of the database, typed: the same name and the same answer on all three. Import
/// statically. Django: `django.db.models.functions`.
///
/// A function of NULL is NULL, but for `coalesce`, and for `concat`, where NULL adds nothing.
public final class Functions {

    private Functions() {}

    private static Node call(String function, Expression<?, ?>... arguments) {
        List<Node> nodes = new ArrayList<>(arguments.length);
        for (Expression<?, ?> argument : arguments) {
            nodes.add(argument.node());
        }
        return new Node.Call(function, nodes);
    }

    private static Node call(String function, Expression<?, ?> first, Object... values) {
        List<Node> nodes = new ArrayList<>(values.length + 1);
        nodes.add(first.node());
        Arrays.stream(values).forEach(value -> nodes.add(Arguments.value(value)));
        return new Node.Call(function, nodes);
    }

    private static <R> TextExpression<R> text(Node node) {
        return new TextExpression<>(node);
    }

    private static <R, V extends Number> NumberExpression<R, V> number(Node node) {
        return new NumberExpression<>(node);
    }

    /// {@return the text in small letters}
    public static <R> TextExpression<R> lower(Expression<R, String> text) {
        return text(call("lower", text));
    }

    /// {@return the text in capital letters}
    public static <R> TextExpression<R> upper(Expression<R, String> text) {
        return text(call("upper", text));
    }

    /// {@return how many characters the text has}
    public static <R> NumberExpression<R, Integer> length(Expression<R, String> text) {
        return number(call("length", text));
    }

    /// {@return the texts one behind the other; NULL adds nothing}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> TextExpression<R> concat(Expression<? super R, ?>... parts) {
        return text(call("concat", parts));
    }

    /// {@return part of the text}
    ///
    /// @param from the first character's number, counted from 1
    public static <R> TextExpression<R> substr(Expression<R, String> text, int from) {
        return text(call("substr", text, from));
    }

    /// {@return part of the text}
    ///
    /// @param from the first character's number, counted from 1
    /// @param length how many characters
    public static <R> TextExpression<R> substr(Expression<R, String> text, int from, int length) {
        return text(call("substr", text, from, length));
    }

    /// {@return the first characters}
    public static <R> TextExpression<R> left(Expression<R, String> text, int length) {
        return text(call("left", text, length));
    }

    /// {@return the last characters}
    public static <R> TextExpression<R> right(Expression<R, String> text, int length) {
        return text(call("right", text, length));
    }

    /// {@return the text, filled up on the left to a length; longer text is cut}
    public static <R> TextExpression<R> lpad(Expression<R, String> text, int length, String with) {
        return text(call("lpad", text, length, with));
    }

    /// {@return the text, filled up on the right to a length; longer text is cut}
    public static <R> TextExpression<R> rpad(Expression<R, String> text, int length, String with) {
        return text(call("rpad", text, length, with));
    }

    /// {@return the text without blanks at its ends}
    public static <R> TextExpression<R> trim(Expression<R, String> text) {
        return text(call("trim", text));
    }

    /// {@return the text without blanks at its beginning}
    public static <R> TextExpression<R> ltrim(Expression<R, String> text) {
        return text(call("ltrim", text));
    }

    /// {@return the text without blanks at its end}
    public static <R> TextExpression<R> rtrim(Expression<R, String> text) {
        return text(call("rtrim", text));
    }

    /// {@return the text with all of one part replaced by another}
    public static <R> TextExpression<R> replace(Expression<R, String> text, String old, String by) {
        return text(call("replace", text, old, by));
    }

    /// {@return the text said several times}
    public static <R> TextExpression<R> repeat(Expression<R, String> text, int times) {
        return text(call("repeat", text, times));
    }

    /// {@return the text from its end}
    public static <R> TextExpression<R> reverse(Expression<R, String> text) {
        return text(call("reverse", text));
    }

    /// {@return the number of the character where the part begins, counted from 1; 0 for nowhere}
    public static <R> NumberExpression<R, Integer> strIndex(
            Expression<R, String> text, String part) {
        return number(call("str_index", text, part));
    }

    /// {@return the number of the first character}
    public static <R> NumberExpression<R, Integer> ord(Expression<R, String> text) {
        return number(call("ord", text));
    }

    /// {@return the character of a number}
    public static <R> TextExpression<R> chr(Expression<R, ? extends Number> number) {
        return text(call("chr", number));
    }

    /// {@return the MD5 of the text, in hexadecimal digits}
    public static <R> TextExpression<R> md5(Expression<R, String> text) {
        return text(call("md5", text));
    }

    /// {@return the SHA-1 of the text, in hexadecimal digits; PostgreSQL needs pgcrypto}
    public static <R> TextExpression<R> sha1(Expression<R, String> text) {
        return text(call("sha1", text));
    }

    /// {@return the SHA-224 of the text, in hexadecimal digits}
    public static <R> TextExpression<R> sha224(Expression<R, String> text) {
        return text(call("sha224", text));
    }

    /// {@return the SHA-256 of the text, in hexadecimal digits}
    public static <R> TextExpression<R> sha256(Expression<R, String> text) {
        return text(call("sha256", text));
    }

    /// {@return the SHA-384 of the text, in hexadecimal digits}
    public static <R> TextExpression<R> sha384(Expression<R, String> text) {
        return text(call("sha384", text));
    }

    /// {@return the SHA-512 of the text, in hexadecimal digits}
    public static <R> TextExpression<R> sha512(Expression<R, String> text) {
        return text(call("sha512", text));
    }

    /// {@return the text compared by the rules of a collation, which the database must have}
    public static <R> TextExpression<R> collate(Expression<R, String> text, String collation) {
        return text(new Node.Collate(text.node(), collation));
    }

    /// {@return the number without its sign}
    public static <R, V extends Number> NumberExpression<R, V> abs(NumberExpression<R, V> number) {
        return number(call("abs", number));
    }

    /// {@return the least whole number that is not below}
    public static <R, V extends Number> NumberExpression<R, V> ceil(NumberExpression<R, V> number) {
        return number(call("ceil", number));
    }

    /// {@return the greatest whole number that is not above}
    public static <R, V extends Number> NumberExpression<R, V> floor(
            NumberExpression<R, V> number) {
        return number(call("floor", number));
    }

    /// {@return the number rounded to a whole one}
    public static <R, V extends Number> NumberExpression<R, V> round(
            NumberExpression<R, V> number) {
        return number(call("round", number));
    }

    /// {@return the number rounded to so many digits behind the point}
    public static <R, V extends Number> NumberExpression<R, V> round(
            NumberExpression<R, V> number, int digits) {
        return number(call("round", number, digits));
    }

    /// {@return -1, 0 or 1}
    public static <R, V extends Number> NumberExpression<R, V> sign(NumberExpression<R, V> number) {
        return number(call("sign", number));
    }

    private static <R> NumberExpression<R, Double> real(Node node) {
        return number(new Node.As(node, FieldType.float64()));
    }

    /// {@return the power}
    public static <R> NumberExpression<R, Double> power(NumberExpression<R, ?> base, double by) {
        return real(call("power", base, by));
    }

    /// {@return the square root}
    public static <R> NumberExpression<R, Double> sqrt(NumberExpression<R, ?> number) {
        return real(call("sqrt", number));
    }

    /// {@return e to the power}
    public static <R> NumberExpression<R, Double> exp(NumberExpression<R, ?> number) {
        return real(call("exp", number));
    }

    /// {@return the natural logarithm}
    public static <R> NumberExpression<R, Double> ln(NumberExpression<R, ?> number) {
        return real(call("ln", number));
    }

    /// {@return the logarithm to a base}
    public static <R> NumberExpression<R, Double> log(double base, NumberExpression<R, ?> number) {
        return real(new Node.Call("log", List.of(new Node.Value(base), number.node())));
    }

    /// {@return the sine of an angle in radians}
    public static <R> NumberExpression<R, Double> sin(NumberExpression<R, ?> angle) {
        return real(call("sin", angle));
    }

    /// {@return the cosine of an angle in radians}
    public static <R> NumberExpression<R, Double> cos(NumberExpression<R, ?> angle) {
        return real(call("cos", angle));
    }

    /// {@return the tangent of an angle in radians}
    public static <R> NumberExpression<R, Double> tan(NumberExpression<R, ?> angle) {
        return real(call("tan", angle));
    }

    /// {@return the cotangent of an angle in radians}
    public static <R> NumberExpression<R, Double> cot(NumberExpression<R, ?> angle) {
        return real(call("cot", angle));
    }

    /// {@return the angle in radians of a sine}
    public static <R> NumberExpression<R, Double> asin(NumberExpression<R, ?> sine) {
        return real(call("asin", sine));
    }

    /// {@return the angle in radians of a cosine}
    public static <R> NumberExpression<R, Double> acos(NumberExpression<R, ?> cosine) {
        return real(call("acos", cosine));
    }

    /// {@return the angle in radians of a tangent}
    public static <R> NumberExpression<R, Double> atan(NumberExpression<R, ?> tangent) {
        return real(call("atan", tangent));
    }

    /// {@return the angle in radians of the point (x, y)}
    public static <R> NumberExpression<R, Double> atan2(
            NumberExpression<R, ?> y, NumberExpression<? super R, ?> x) {
        return real(new Node.Call("atan2", List.of(y.node(), x.node())));
    }

    /// {@return an angle in degrees}
    public static <R> NumberExpression<R, Double> degrees(NumberExpression<R, ?> radians) {
        return real(call("degrees", radians));
    }

    /// {@return an angle in radians}
    public static <R> NumberExpression<R, Double> radians(NumberExpression<R, ?> degrees) {
        return real(call("radians", degrees));
    }

    /// {@return the ratio of a circle's circumference to its diameter}
    public static NumberExpression<Object, Double> pi() {
        return real(new Node.Call("pi", List.of()));
    }

    /// {@return another number from 0 to 1 for each row}
    public static NumberExpression<Object, Double> random() {
        return real(new Node.Call("random", List.of()));
    }

    /// {@return the time at which the database runs the statement}
    public static TimeExpression<Object, Instant> currentTime() {
        return new TimeExpression<>(new Node.Call("now", List.of()));
    }

    /// {@return a new random UUID for each row}
    public static Expression<Object, UUID> uuid4() {
        return Expressions.plain(new Node.Call("uuid4", List.of()));
    }

    /// {@return a new UUID for each row, which grows with time}
    public static Expression<Object, UUID> uuid7() {
        return Expressions.plain(new Node.Call("uuid7", List.of()));
    }
}
