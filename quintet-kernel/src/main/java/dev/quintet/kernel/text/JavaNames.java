package dev.quintet.kernel.text;

/// Names of Java in other manners of writing.
public final class JavaNames {

    private JavaNames() {}

    /// {@return a name in small letters with underscores: `listPrice` as `list_price`, `itemURL` as
    /// `item_url`}
    public static String snake(String name) {
        var snake = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (Character.isUpperCase(letter) && at > 0) {
                char before = name.charAt(at - 1);
                boolean wordBegins =
                        at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
                if (Character.isLowerCase(before)
                        || Character.isDigit(before)
                        || (Character.isUpperCase(before) && wordBegins)) {
                    snake.append('_');
                }
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }
}
