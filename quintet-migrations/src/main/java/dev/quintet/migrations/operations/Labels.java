package dev.quintet.migrations.operations;

import java.util.Locale;

/// Labels of models, `app.Model`. Two that differ in the case of letters only mean the same model,
/// as in Django: its table has one name.
final class Labels {

    private Labels() {}

    static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    static String app(String label) {
        return label.substring(0, label.indexOf('.'));
    }

    static String name(String label) {
        return label.substring(label.indexOf('.') + 1);
    }

    /// {@return the name as Django writes it in sentences and in the names of migrations}
    static String lower(String label) {
        return name(label).toLowerCase(Locale.ROOT);
    }

    static String sibling(String label, String name) {
        return app(label) + "." + name;
    }
}
