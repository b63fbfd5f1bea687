package dev.quintet.web;

import dev.quintet.http.CaptureReader;
import dev.quintet.orm.Slug;

/// Gives views a {@link Slug} where their route captures text.
public final class SlugReader implements CaptureReader<String, Slug> {

    /// For {@link java.util.ServiceLoader}.
    public SlugReader() {}

    @Override
    public Class<String> captured() {
        return String.class;
    }

    @Override
    public Class<Slug> type() {
        return Slug.class;
    }

    @Override
    public Slug read(String captured) {
        return new Slug(captured);
    }
}
