package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.ValueText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A UUID, with or without hyphens, braces and `urn:uuid:`. Django: `UUIDField`.
public final class UuidField extends FormField<UUID, UuidField> {

    private static final int DIGITS = 32;

    /// Makes a field for a UUID.
    public UuidField() {}

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID) ? gettextNoop("Enter a valid UUID.") : super.usualMessage(code);
    }

    @Override
    protected @Nullable UUID parse(@Nullable Object raw, Refusals refused) {
        if (raw instanceof UUID id) {
            return id;
        }
        if (raw == null || empty(raw)) {
            return null;
        }
        String text = ValueText.strip(text(raw));
        if (text.isEmpty()) {
            return null;
        }
        UUID id = read(text);
        if (id == null) {
            refuse(refused, INVALID);
        }
        return id;
    }

    private static @Nullable UUID read(String text) {
        String hex = text.replace("urn:", "").replace("uuid:", "");
        int from = 0;
        int to = hex.length();
        while (from < to && "{}".indexOf(hex.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "{}".indexOf(hex.charAt(to - 1)) >= 0) {
            to--;
        }
        hex = hex.substring(from, to).replace("-", "");
        boolean fine =
                hex.length() == DIGITS
                        && hex.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        return fine
                ? new UUID(
                        Long.parseUnsignedLong(hex.substring(0, 16), 16),
                        Long.parseUnsignedLong(hex.substring(16), 16))
                : null;
    }
}
