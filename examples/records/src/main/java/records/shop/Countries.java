package records.shop;

import dev.quintet.forms.widget.Choices;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The countries that the shop sends to, by their two letters: all of them.
final class Countries {

    private static final Map<String, String> NAMES = names();

    private Countries() {}

    static Choices<String> choices() {
        return Choices.of(NAMES).orNone("Choose a country");
    }

    static String name(String letters) {
        return NAMES.getOrDefault(letters, letters);
    }

    private static Map<String, String> names() {
        var collator = Collator.getInstance(Locale.ENGLISH);
        var all = new LinkedHashMap<String, String>();
        Stream.of(Locale.getISOCountries())
                .sorted(Comparator.comparing(Countries::inEnglish, collator))
                .forEach(letters -> all.put(letters, inEnglish(letters)));
        return all;
    }

    private static String inEnglish(String letters) {
        return Locale.of("", letters).getDisplayCountry(Locale.ENGLISH);
    }
}
