package dev.quintet.processor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The names that follow from a class's or a field's own.
final class Naming {

    /// Plurals that no rule gives, by the last word of a class's name. Documented in
    /// docs/reference/models.md; a class that wants another has `@Meta(catalog = ...)`.
    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("Child", "Children"),
                    Map.entry("Echo", "Echoes"),
                    Map.entry("Foot", "Feet"),
                    Map.entry("Goose", "Geese"),
                    Map.entry("Half", "Halves"),
                    Map.entry("Hero", "Heroes"),
                    Map.entry("Knife", "Knives"),
                    Map.entry("Leaf", "Leaves"),
                    Map.entry("Life", "Lives"),
                    Map.entry("Man", "Men"),
                    Map.entry("Mouse", "Mice"),
                    Map.entry("Person", "People"),
                    Map.entry("Potato", "Potatoes"),
                    Map.entry("Quiz", "Quizzes"),
                    Map.entry("Shelf", "Shelves"),
                    Map.entry("Tomato", "Tomatoes"),
                    Map.entry("Tooth", "Teeth"),
                    Map.entry("Wolf", "Wolves"),
                    Map.entry("Woman", "Women"));

    /// Words that are their own plural: the class must name its catalogue.
    private static final Set<String> UNCHANGED =
            Set.of(
                    "Aircraft",
                    "Data",
                    "Deer",
                    "Equipment",
                    "Fish",
                    "Information",
                    "Media",
                    "Metadata",
                    "Money",
                    "News",
                    "Series",
                    "Sheep",
                    "Software",
                    "Species");

    private Naming() {}

    /// `Category` to `Categories`; a word that is its own plural stays as it is.
    static String plural(String name) {
        int start = lastWord(name);
        String before = name.substring(0, start);
        String word = name.substring(start);
        if (UNCHANGED.contains(word)) {
            return name;
        }
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return before + irregular;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.endsWith("sis")) {
            return before + word.substring(0, word.length() - 2) + "es";
        }
        if (lower.length() > 1
                && lower.endsWith("y")
                && "aeiou".indexOf(lower.charAt(lower.length() - 2)) < 0) {
            return before + word.substring(0, word.length() - 1) + "ies";
        }
        for (String hiss : List.of("s", "x", "z", "ch", "sh")) {
            if (lower.endsWith(hiss)) {
                return name + "es";
            }
        }
        return name + "s";
    }

    /// `Periodical` to `periodicalPtr`: what the tie to the model that is extended is called.
    static String parentLink(String parent) {
        return Character.toLowerCase(parent.charAt(0)) + parent.substring(1) + "Ptr";
    }

    /// `LONG_PLAY` to `Long Play`, as Django labels a choice that has no label.
    static String label(String constant) {
        var label = new StringBuilder();
        boolean begins = true;
        for (int at = 0; at < constant.length(); at++) {
            char letter = constant.charAt(at) == '_' ? ' ' : constant.charAt(at);
            label.append(begins ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
            begins = !Character.isLetter(letter);
        }
        return label.toString();
    }

    /// `SalesPerson` to `sales person`.
    static String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static int lastWord(String name) {
        for (int at = name.length() - 1; at > 0; at--) {
            if (Character.isUpperCase(name.charAt(at))
                    && !Character.isUpperCase(name.charAt(at - 1))) {
                return at;
            }
        }
        return 0;
    }
}
