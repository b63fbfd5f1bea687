package dev.quintet.kernel.signing;

/// Whole numbers in short text: base 62 for times in signatures, base 36 for times in links.
public final class Digits {

    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    private Digits() {}

    /// {@return the number in the digits `0-9A-Za-z`, with a minus sign where it is negative}
    public static String base62(long number) {
        return write(number, BASE62);
    }

    /// {@return the number that `base62` wrote}
    ///
    /// @throws NumberFormatException when it is none, or needs more than 64 bits
    public static long parseBase62(String text) {
        return read(text, BASE62);
    }

    /// {@return the number in the digits `0-9a-z`}
    ///
    /// @throws IllegalArgumentException when it is negative
    public static String base36(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("A negative number has no base 36 form: " + number);
        }
        return write(number, BASE36);
    }

    /// {@return the number that `base36` wrote, in large or small letters}
    ///
    /// @throws NumberFormatException when it is none, or is longer than 13 digits
    public static long parseBase36(String text) {
        if (text.length() > 13) {
            throw new NumberFormatException("A number of at most 13 digits was expected.");
        }
        return Long.parseLong(text, 36);
    }

    private static String write(long number, String digits) {
        if (number == 0) {
            return "0";
        }
        var reversed = new StringBuilder();
        // Negative all along: the most negative number has no positive twin.
        for (long left = number < 0 ? number : -number; left != 0; left /= digits.length()) {
            reversed.append(digits.charAt((int) -(left % digits.length())));
        }
        return (number < 0 ? reversed.append('-') : reversed).reverse().toString();
    }

    private static long read(String text, String digits) {
        boolean negative = text.startsWith("-");
        String body = negative ? text.substring(1) : text;
        if (body.isEmpty()) {
            throw new NumberFormatException("A number was expected, not '" + text + "'.");
        }
        long number = 0;
        try {
            for (int i = 0; i < body.length(); i++) {
                int digit = digits.indexOf(body.charAt(i));
                if (digit < 0) {
                    throw new NumberFormatException("A number was expected, not '" + text + "'.");
                }
                number = Math.subtractExact(Math.multiplyExact(number, digits.length()), digit);
            }
            return negative ? number : Math.negateExact(number);
        } catch (ArithmeticException _) {
            throw new NumberFormatException("'" + text + "' is too large a number.");
        }
    }
}
