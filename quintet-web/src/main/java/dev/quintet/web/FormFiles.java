package dev.quintet.web;

import dev.quintet.forms.Form;
import dev.quintet.http.staticfiles.StaticProvider;
import dev.quintet.http.staticfiles.StaticSource;

/// The scripts and styles of forms' widgets.
public final class FormFiles implements StaticProvider {

    /// For {@link java.util.ServiceLoader}.
    public FormFiles() {}

    @Override
    public StaticSource source() {
        return StaticSource.beside(Form.class);
    }
}
