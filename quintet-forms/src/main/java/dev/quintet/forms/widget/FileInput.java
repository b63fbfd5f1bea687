package dev.quintet.forms.widget;

import org.jspecify.annotations.Nullable;

/// A file, or several, to be sent.
public class FileInput extends Input {

    private boolean several;

    /// Makes one for one file.
    public FileInput() {
        super("file");
    }

    /// {@return one for any number of files}
    public static FileInput several() {
        var widget = new FileInput();
        widget.several = true;
        widget.attr("multiple", true);
        return widget;
    }

    @Override
    public boolean needsMultipart() {
        return true;
    }

    /// {@return nothing: browsers let nobody fill in a file}
    @Override
    public @Nullable Object formatValue(@Nullable Object value) {
        return null;
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        return several ? data.files(name) : data.file(name);
    }

    @Override
    public boolean omittedFrom(FormData data, String name) {
        return data.file(name) == null;
    }

    @Override
    public boolean useRequiredAttribute(@Nullable Object initial) {
        return super.useRequiredAttribute(initial) && (initial == null || "".equals(initial));
    }
}
