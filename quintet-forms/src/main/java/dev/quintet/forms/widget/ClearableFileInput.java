package dev.quintet.forms.widget;

import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.orm.StoredFile;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file to be sent, beside the one that is there and, where it may be missing, a box to clear it.
public final class ClearableFileInput extends FileInput {

    private final CheckboxInput box = new CheckboxInput();

    /// Makes one.
    public ClearableFileInput() {}

    /// What {@link #valueFrom} gives in place of a file.
    public enum Wish {
        /// The file that is there is to go.
        CLEAR,
        /// A file came although the one that is there is to go.
        CONTRADICTION
    }

    @Override
    public String template() {
        return "quintet/forms/widgets/clearable_file.html";
    }

    /// {@return the file that is there, with `name` and, where a browser may fetch it, `url`; the
    /// number of `bytes` that a row holds itself; else `null`}
    @Override
    public @Nullable Object formatValue(@Nullable Object value) {
        return switch (value) {
            case StoredFile file when file.isKept() -> {
                var shown = new HashMap<String, @Nullable Object>();
                shown.put("name", file.name());
                shown.put("url", address(file));
                yield shown;
            }
            case Upload came -> {
                // One that came with an earlier page of several.
                var shown = new HashMap<String, @Nullable Object>();
                shown.put("name", came.name());
                yield shown;
            }
            case byte[] bytes when bytes.length > 0 -> {
                var shown = new HashMap<String, @Nullable Object>();
                shown.put("bytes", bytes.length);
                yield shown;
            }
            case null, default -> null;
        };
    }

    private static @Nullable String address(StoredFile file) {
        try {
            return file.url();
        } catch (UnsupportedOperationException noAddress) {
            return null;
        }
    }

    @Override
    public Map<String, @Nullable Object> context(
            String name, @Nullable Object value, @Nullable Attrs more) {
        Map<String, @Nullable Object> widget = super.context(name, value, more);
        widget.put("checkbox_name", name + "-clear");
        widget.put("checkbox_id", name + "-clear_id");
        widget.put("is_initial", widget.get("value") != null);
        widget.put("input_text", Gettext.gettext("Change"));
        widget.put("initial_text", Gettext.gettext("Currently"));
        widget.put("clear_checkbox_label", Gettext.gettext("Clear"));
        if (widget.get("attrs") instanceof Attrs attrs) {
            widget.put("disabled", Boolean.TRUE.equals(attrs.get("disabled")));
        }
        return widget;
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        Object file = super.valueFrom(data, name);
        boolean clear = !required() && Boolean.TRUE.equals(box.valueFrom(data, name + "-clear"));
        if (!clear) {
            return file;
        }
        return file == null ? Wish.CLEAR : Wish.CONTRADICTION;
    }

    @Override
    public boolean omittedFrom(FormData data, String name) {
        return super.omittedFrom(data, name) && !data.has(name + "-clear");
    }
}
