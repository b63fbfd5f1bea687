package dev.quintet.http;

/// Refuses JSON that nests too deeply before anything is made of it.
final class JsonNesting {

    private JsonNesting() {}

    static void refuse(byte[] json, int most) {
        int depth = 0;
        boolean text = false;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            if (text) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    text = false;
                }
            } else if (b == '"') {
                text = true;
            } else if (b == '[' || b == '{') {
                if (++depth > most) {
                    throw LimitExceeded.tooMany(
                            "levels of nesting", "DATA_UPLOAD_MAX_JSON_DEPTH", most);
                }
            } else if (b == ']' || b == '}') {
                depth--;
            }
        }
    }
}
