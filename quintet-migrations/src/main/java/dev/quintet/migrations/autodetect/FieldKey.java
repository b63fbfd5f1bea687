package dev.quintet.migrations.autodetect;

import java.util.Comparator;

/// Which field of which model.
record FieldKey(ModelKey model, String field) implements Comparable<FieldKey> {

    private static final Comparator<FieldKey> ORDER =
            Comparator.comparing(FieldKey::model).thenComparing(FieldKey::field);

    @Override
    public int compareTo(FieldKey other) {
        return ORDER.compare(this, other);
    }
}
