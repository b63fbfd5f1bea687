package dev.quintet.template;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The blind text of the tag `lorem`.
final class Lorem {

    private static final String FIRST_PARAGRAPH =
            "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor"
                    + " incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis"
                    + " nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo"
                    + " consequat. Duis aute irure dolor in reprehenderit in voluptate velit esse"
                    + " cillum dolore eu fugiat nulla pariatur. Excepteur sint occaecat cupidatat"
                    + " non proident, sunt in culpa qui officia deserunt mollit anim id est"
                    + " laborum.";

    private static final List<String> FIRST_WORDS =
            List.of(
                    "lorem ipsum dolor sit amet consectetur adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua"
                            .split(" "));

    private static final String[] WORDS =
            ("ut enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea"
                            + " commodo consequat duis aute irure in reprehenderit voluptate velit"
                            + " esse cillum eu fugiat nulla pariatur excepteur sint occaecat"
                            + " cupidatat non proident sunt culpa qui officia deserunt mollit anim"
                            + " id est laborum")
                    .split(" ");

    private static final int MOST = 100_000;

    private Lorem() {}

    /// {@return so many words (`w`), or paragraphs, in HTML (`p`) or plain (`b`)}
    static String text(char kind, int count, boolean common) {
        int number = Math.clamp(count, 0, MOST);
        if (kind == 'w') {
            return String.join(" ", words(number, common));
        }
        var paragraphs = new ArrayList<String>(number);
        for (int i = 0; i < number; i++) {
            String text = i == 0 && common ? FIRST_PARAGRAPH : paragraph();
            paragraphs.add(kind == 'p' ? "<p>" + text + "</p>" : text);
        }
        return String.join("\n\n", paragraphs);
    }

    private static List<String> words(int number, boolean common) {
        var words = new ArrayList<String>(number);
        for (int i = 0; i < number; i++) {
            words.add(common && i < FIRST_WORDS.size() ? FIRST_WORDS.get(i) : word());
        }
        return words;
    }

    private static String word() {
        return WORDS[ThreadLocalRandom.current().nextInt(WORDS.length)];
    }

    private static String paragraph() {
        var random = ThreadLocalRandom.current();
        var sentences = new ArrayList<String>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            String words = String.join(" ", words(random.nextInt(3, 13), false));
            sentences.add(Casing.capitalize(words) + (random.nextInt(4) == 0 ? "?" : "."));
        }
        return String.join(" ", sentences);
    }
}
