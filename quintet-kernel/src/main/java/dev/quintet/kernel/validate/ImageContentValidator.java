package dev.quintet.kernel.validate;

import org.jspecify.annotations.Nullable;

/// Asks for the beginning of an image file, by its content and not by its name.
///
/// Give it the first {@link ImageType#BYTES_TO_LOOK_AT} bytes of a file, or all of them.
public record ImageContentValidator() implements Validator<byte[]> {

    private static final ValidationError INVALID =
            ValidationError.of(
                    "Upload a valid image. The file you uploaded was either not an image or a"
                            + " corrupted image.",
                    "invalid_image");

    @Override
    public @Nullable ValidationError validate(byte[] value) {
        return ImageType.of(value) == null ? INVALID : null;
    }
}
