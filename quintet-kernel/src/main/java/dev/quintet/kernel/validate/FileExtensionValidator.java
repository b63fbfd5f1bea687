package dev.quintet.kernel.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Asks for the name of a file with one of these endings.
///
/// The name says nothing of the content: see {@link ImageContentValidator}.
///
/// @param allowed endings in lower case without a dot
public record FileExtensionValidator(List<String> allowed) implements Validator<String> {

    /// Keeps a copy of the endings, in lower case.
    public FileExtensionValidator {
        allowed = allowed.stream().map(ending -> ending.toLowerCase(Locale.ROOT)).toList();
    }

    /// Allows these endings.
    public FileExtensionValidator(String... allowed) {
        this(List.of(allowed));
    }

    /// {@return asks for the name of an image that browsers show}
    ///
    /// Django: `validate_image_file_extension`.
    public static FileExtensionValidator images() {
        return new FileExtensionValidator(
                Arrays.stream(ImageType.values())
                        .flatMap(type -> type.extensions().stream())
                        .toList());
    }

    @Override
    public @Nullable ValidationError validate(String value) {
        String name = value.substring(value.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String ending = dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (allowed.contains(ending)) {
            return null;
        }
        return ValidationError.of(
                        "File extension “%(extension)s” is not allowed. Allowed extensions are:"
                                + " %(allowed_extensions)s.",
                        "invalid_extension")
                .with("extension", ending)
                .with("allowed_extensions", String.join(", ", allowed))
                .with("value", value);
    }
}
