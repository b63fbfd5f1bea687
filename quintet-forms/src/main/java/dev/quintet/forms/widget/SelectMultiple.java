package dev.quintet.forms.widget;

import org.jspecify.annotations.Nullable;

/// A list of which several choices may be marked.
public final class SelectMultiple extends Select {

    /// Makes one whose choices its field hands over.
    public SelectMultiple() {}

    @Override
    public boolean multiple() {
        return true;
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        return data.all(name);
    }

    /// {@return false: a list of which nothing is marked is not sent}
    @Override
    public boolean omittedFrom(FormData data, String name) {
        return false;
    }
}
