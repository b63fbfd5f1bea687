package dev.quintet.forms;

import dev.quintet.kernel.submission.Upload;
import org.jspecify.annotations.Nullable;

/// A file to be sent. Name and type of an upload are the visitor's word: {@link #check} the
/// content.
///
/// Its value is the file that came, or `null` where none did: {@link #kept} says whether there is
/// an older one that stays, {@link #cleared} whether the visitor asked for it to go.
public final class FileField extends UploadField<Upload, FileField> {

    /// Makes a field for one file.
    public FileField() {}

    @Override
    protected @Nullable Upload parse(@Nullable Object raw, Refusals refused) {
        return one(raw, refused);
    }
}
