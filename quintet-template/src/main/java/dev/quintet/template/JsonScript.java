package dev.quintet.template;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import org.jspecify.annotations.Nullable;

/// The filter `json_script`: a value as JSON inside a `script` element, for scripts to read.
final class JsonScript {

    private JsonScript() {}

    static Object apply(@Nullable Object value, @Nullable Object id, Frame frame) {
        String json = Escape.json(Json.ascii(value));
        boolean named = id != Missing.ABSENT && id != null && !Texts.plain(frame, id).isEmpty();
        String attribute = named ? " id=\"" + Texts.html(frame, id) + "\"" : "";
        return new SafeString(
                "<script" + attribute + " type=\"application/json\">" + json + "</script>");
    }
}
