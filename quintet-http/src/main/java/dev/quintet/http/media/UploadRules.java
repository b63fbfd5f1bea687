package dev.quintet.http.media;

import dev.quintet.http.UploadedFile;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.kernel.validate.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an uploaded file must be: its size, its name's ending, and what it is by its content.
///
/// ```java
/// UploadRules.of().most(5_000_000).types("image/png", "image/jpeg").validate(request.file("photo"))
/// ```
///
/// The type that the client names is believed by nobody. Immutable.
public final class UploadRules implements Validator<UploadedFile> {

    private final long most;
    private final List<String> endings;
    private final List<String> types;

    private UploadRules(long most, List<String> endings, List<String> types) {
        this.most = most;
        this.endings = endings;
        this.types = types;
    }

    /// {@return rules that any file keeps}
    public static UploadRules of() {
        return new UploadRules(Long.MAX_VALUE, List.of(), List.of());
    }

    /// {@return these rules, for files of so many bytes at most}
    public UploadRules most(long bytes) {
        return new UploadRules(bytes, endings, types);
    }

    /// {@return these rules, for names with one of these endings, less the dot}
    public UploadRules endings(String... endings) {
        return new UploadRules(most, List.of(endings), types);
    }

    /// {@return these rules, for files that are one of these by their content: `application/pdf`,
    /// `image/*`}
    public UploadRules types(String... types) {
        return new UploadRules(most, endings, List.of(types));
    }

    /// {@return why a file is refused, with the code `file_size`, `invalid_extension` or
    /// `invalid_type`; `null` when it is fine}
    @Override
    public @Nullable ValidationError validate(UploadedFile file) {
        if (file.size() > most) {
            return ValidationError.of(
                            "This file is too large: %(size)s bytes, at most %(most)s.",
                            "file_size")
                    .with("size", file.size())
                    .with("most", most);
        }
        String name = file.name().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (!endings.isEmpty()
                && (name.indexOf('.') < 0
                        || endings.stream().noneMatch(ending::equalsIgnoreCase))) {
            return ValidationError.of(
                            "Files ending in “%(ending)s” are not taken, only: %(allowed)s.",
                            "invalid_extension")
                    .with("ending", ending)
                    .with("allowed", String.join(", ", endings));
        }
        return types.isEmpty() || isOneOf(file)
                ? null
                : ValidationError.of(
                                "This file is not of a type that is taken: %(allowed)s.",
                                "invalid_type")
                        .with("allowed", String.join(", ", types));
    }

    private boolean isOneOf(UploadedFile file) {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(FileType.BYTES_TO_LOOK_AT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String found = FileType.of(head);
        if (found == null) {
            return false;
        }
        for (String type : types) {
            boolean family =
                    type.endsWith("/*") && found.startsWith(type.substring(0, type.length() - 1));
            if (family || type.equals(found)) {
                return true;
            }
        }
        return false;
    }
}
