package dev.quintet.forms;

import dev.quintet.forms.widget.Attrs;
import dev.quintet.forms.widget.FileInput;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.kernel.validate.FileExtensionValidator;
import dev.quintet.kernel.validate.ImageContentValidator;
import dev.quintet.kernel.validate.ImageType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// A picture, told by the first bytes of its content and by its name's ending. SVG is none: it is a
/// program that runs in the page.
public final class ImageField extends UploadField<Upload, ImageField> {

    private static final FileExtensionValidator ENDINGS =
            new FileExtensionValidator(
                    "png", "jpg", "jpeg", "jfif", "gif", "webp", "bmp", "tif", "tiff", "avif",
                    "ico");

    /// Makes a field for a picture.
    public ImageField() {}

    @Override
    protected void widgetAttrs(Widget widget, Attrs attrs) {
        if (widget instanceof FileInput && !attrs.has("accept")) {
            attrs.set("accept", "image/*");
        }
    }

    @Override
    protected @Nullable Upload parse(@Nullable Object raw, Refusals refused) {
        Upload file = one(raw, refused);
        if (file == null || refused.any()) {
            return null;
        }
        try (InputStream content = file.open()) {
            byte[] head = content.readNBytes(ImageType.BYTES_TO_LOOK_AT);
            refuse(refused, new ImageContentValidator().validate(head));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return refused.any() ? null : file;
    }

    @Override
    protected void ownRules(Upload value, Refusals refused) {
        refuse(refused, ENDINGS.validate(value.name()));
    }
}
