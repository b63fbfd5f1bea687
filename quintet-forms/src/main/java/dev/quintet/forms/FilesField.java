package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.FileInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.submission.Upload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Any number of files in one control; each must satisfy the field's rules.
public final class FilesField extends UploadField<List<Upload>, FilesField> {

    private int most = Integer.MAX_VALUE;

    /// Makes a field for files.
    public FilesField() {}

    /// Sets how many files there may be.
    public FilesField maxFiles(int most) {
        this.most = most;
        return this;
    }

    @Override
    protected Widget usualWidget() {
        return FileInput.several();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals("max_files")
                ? gettextNoop("Send at most %(max)s files.")
                : super.usualMessage(code);
    }

    @Override
    protected @Nullable List<Upload> parse(@Nullable Object raw, Refusals refused) {
        Collection<?> several =
                raw instanceof Collection<?> list ? list : raw == null ? List.of() : List.of(raw);
        if (several.size() > most) {
            refuse(refused, "max_files", "max", most);
            return null;
        }
        var files = new ArrayList<Upload>();
        for (Object each : several) {
            Upload file = one(each, refused);
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }
}
