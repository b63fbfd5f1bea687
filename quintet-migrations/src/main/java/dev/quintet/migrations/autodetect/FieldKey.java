package dev.quintet.migrations.autodetect;

/// Which field of which model.
record FieldKey(ModelKey model, String field) implements Comparable<FieldKey> {

    @Override
    public int compareTo(FieldKey other) {
        int models = model.compareTo(other.model);
        return models != 0 ? models : field.compareTo(other.field);
    }
}
