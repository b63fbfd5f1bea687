package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.Textarea;
import dev.quintet.forms.widget.Widget;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON: lists, maps with text as keys, strings, numbers, truth values. Django: `JSONField`.
public final class JsonField extends FormField<Object, JsonField> {

    /// What was typed and is no JSON: shown again as it is.
    private record Typed(String text) {}

    /// Makes a field for any JSON.
    public JsonField() {}

    @Override
    protected Widget usualWidget() {
        return new Textarea();
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals(INVALID) ? gettextNoop("Enter a valid JSON.") : super.usualMessage(code);
    }

    @Override
    protected @Nullable Object parse(@Nullable Object raw, Refusals refused) {
        if (isDisabled()) {
            return raw;
        }
        switch (raw) {
            case null -> {
                return null;
            }
            case String text -> {
                if (text.isEmpty()) {
                    return null;
                }
                try {
                    return Json.parse(text);
                } catch (JsonException malformed) {
                    refuse(refused, INVALID);
                    return null;
                }
            }
            case List<?> list -> {
                return list.isEmpty() ? null : list;
            }
            case Map<?, ?> map -> {
                return map.isEmpty() ? null : map;
            }
            case Number number -> {
                return number;
            }
            case Boolean truth -> {
                return truth;
            }
            default -> {
                refuse(refused, INVALID); // no JSON has such a value
                return null;
            }
        }
    }

    @Override
    protected @Nullable Object boundData(@Nullable Object data, @Nullable Object initial) {
        if (isDisabled()) {
            return initial;
        }
        if (!(data instanceof String text)) {
            return data;
        }
        try {
            return Json.parse(text);
        } catch (JsonException malformed) {
            return new Typed(text);
        }
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return value instanceof Typed typed ? typed.text() : spaced(Json.text(value));
    }

    /// Puts the spaces behind commas and colons that people like to read.
    private static String spaced(String json) {
        var out = new StringBuilder(json.length() + 16);
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            out.append(c);
            if (c == '\\' && quoted) {
                out.append(json.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ':')) {
                out.append(' ');
            }
        }
        return out.toString();
    }
}
