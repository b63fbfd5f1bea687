package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;
import static dev.quintet.kernel.i18n.Gettext.ngettextNoop;

import dev.quintet.forms.widget.ClearableFileInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.kernel.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What fields for files have in common.
///
/// @param <V> one file, or a list of them
/// @param <F> the field's own class
public abstract sealed class UploadField<V, F extends UploadField<V, F>> extends FormField<V, F>
        permits FileField, FilesField, ImageField {

    private int longestName;
    private long most = Long.MAX_VALUE;
    private boolean emptyFiles;
    private @Nullable Object before;
    private @Nullable Object kept;
    private boolean cleared;
    private final List<Validator<String>> names = new ArrayList<>(1);

    UploadField() {}

    /// Sets how many characters a file's name has at most.
    public final F maxLength(int characters) {
        this.longestName = characters;
        return self();
    }

    /// Sets how many bytes a file has at most.
    public final F maxSize(long bytes) {
        this.most = bytes;
        return self();
    }

    /// Lets files without content pass.
    public final F allowEmptyFile() {
        this.emptyFiles = true;
        return self();
    }

    /// Asks for names with one of these endings. They say nothing of the content.
    public final F extensions(String... endings) {
        names.add(new dev.quintet.kernel.validate.FileExtensionValidator(endings));
        return self();
    }

    /// {@return the file that was there before and stays, where none came; else `null`}
    public final @Nullable Object kept() {
        value();
        return kept;
    }

    /// {@return whether the visitor asked for the file that is there to go}
    public final boolean cleared() {
        value();
        return cleared;
    }

    /// {@return the file that was there when the form was checked}
    final @Nullable Object initialFile() {
        value();
        return before;
    }

    @Override
    protected Widget usualWidget() {
        return new ClearableFileInput();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return switch (code) {
            case INVALID ->
                    gettextNoop("No file was submitted. Check the encoding type on the form.");
            case "missing" -> gettextNoop("No file was submitted.");
            case "empty" -> gettextNoop("The submitted file is empty.");
            case "max_length" ->
                    gettextNoop(
                            "Ensure this filename has at most %(max)d characters (it has %(length)d).");
            case "max_size" ->
                    gettextNoop("Ensure this file is at most %(max)s bytes long (it is %(size)s).");
            case "contradiction" ->
                    gettextNoop(
                            "Please either submit a file or check the clear checkbox, not both.");
            default -> super.usualMessage(code);
        };
    }

    /// {@return a file that satisfies the field's rules, or `null`}
    final @Nullable Upload one(@Nullable Object raw, Refusals refused) {
        if (raw == null || empty(raw)) {
            return null;
        }
        if (!(raw instanceof Upload file)) {
            refuse(refused, INVALID);
            return null;
        }
        int length = file.name().codePointCount(0, file.name().length());
        if (longestName > 0 && length > longestName) {
            refuse(
                    refused,
                    ValidationError.of(
                                    ngettextNoop(
                                            "Ensure this filename has at most %(max)d character (it"
                                                    + " has %(length)d).",
                                            "Ensure this filename has at most %(max)d characters"
                                                    + " (it has %(length)d)."),
                                    "max_length")
                            .orMany(message("max_length"), "max")
                            .with("max", longestName)
                            .with("length", length));
            return null;
        }
        if (file.name().isEmpty()) {
            refuse(refused, INVALID);
            return null;
        }
        if (!emptyFiles && file.size() == 0) {
            refuse(refused, "empty");
            return null;
        }
        if (file.size() > most) {
            refused.add(
                    ValidationError.of(message("max_size"), "max_size")
                            .with("max", most)
                            .with("size", file.size()));
            return null;
        }
        names.forEach(rule -> refuse(refused, rule.validate(file.name())));
        return refused.any() ? null : file;
    }

    @Override
    protected @Nullable V clean(@Nullable Object raw, @Nullable Object initial, Refusals refused) {
        before = initial;
        kept = null;
        cleared = false;
        Object given = raw;
        if (raw == ClearableFileInput.Wish.CONTRADICTION) {
            refuse(refused, "contradiction");
            return null;
        }
        if (raw == ClearableFileInput.Wish.CLEAR) {
            if (!isRequired()) {
                cleared = true;
                return null;
            }
            given = null;
        }
        if (empty(given) && initial != null && !"".equals(initial)) {
            kept = initial;
            return null;
        }
        return super.clean(given, initial, refused);
    }

    @Override
    protected @Nullable Object boundData(@Nullable Object data, @Nullable Object initial) {
        return initial;
    }

    @Override
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        return !isDisabled() && raw != null && !List.of().equals(raw);
    }
}
