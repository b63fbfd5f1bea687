package dev.quintet.kernel.signing;

/// Whole numbers in the digits `0-9A-Za-z`, as the times in signatures are written.
public final class Base62 {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    /// {@return the number in these digits, with a minus sign where it is negative}
    public static String of(long number) {
        if (number == 0) {
            return "0";
        }
        var reversed = new StringBuilder();
        // Negative all along: the most negative number has no positive twin.
        for (long left = number < 0 ? number : -number; left != 0; left /= DIGITS.length()) {
            reversed.append(DIGITS.charAt((int) -(left % DIGITS.length())));
        }
        return (number < 0 ? reversed.append('-') : reversed).reverse().toString();
    }

    /// {@return the number that was written so}
    ///
    /// @throws NumberFormatException when it is none, or needs more than 64 bits
    public static long parse(String text) {
        boolean negative = text.startsWith("-");
        String body = negative ? text.substring(1) : text;
        if (body.isEmpty()) {
            throw new NumberFormatException("A number was expected, not '" + text + "'.");
        }
        long number = 0;
        try {
            for (int i = 0; i < body.length(); i++) {
                int digit = DIGITS.indexOf(body.charAt(i));
                if (digit < 0) {
                    throw new NumberFormatException("A number was expected, not '" + text + "'.");
                }
                number = Math.subtractExact(Math.multiplyExact(number, DIGITS.length()), digit);
            }
            return negative ? number : Math.negateExact(number);
        } catch (ArithmeticException _) {
            throw new NumberFormatException("'" + text + "' is too large a number.");
        }
    }
}
