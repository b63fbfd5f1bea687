package dev.quintet.migrations.autodetect;

import dev.quintet.orm.state.ModelState;
import java.util.Locale;

/// Which model, whatever the case of its letters.
///
/// @param app label of its app
/// @param name in lower case
record ModelKey(String app, String name) implements Comparable<ModelKey> {

    ModelKey {
        name = name.toLowerCase(Locale.ROOT);
    }

    static ModelKey of(ModelState model) {
        return new ModelKey(model.app(), model.name());
    }

    /// {@return the model of a label, `app.Model`}
    static ModelKey of(String label) {
        int dot = label.indexOf('.');
        return new ModelKey(label.substring(0, dot), label.substring(dot + 1));
    }

    String label() {
        return app + "." + name;
    }

    @Override
    public int compareTo(ModelKey other) {
        // By hand: the sets of a comparison ask it millions of times.
        int apps = app.compareTo(other.app);
        return apps != 0 ? apps : name.compareTo(other.name);
    }
}
