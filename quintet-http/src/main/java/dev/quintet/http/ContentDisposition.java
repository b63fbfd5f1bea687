package dev.quintet.http;

import java.nio.charset.StandardCharsets;

/// The header that tells a browser under which name to save a file. Django:
/// `content_disposition_header`.
final class ContentDisposition {

    private ContentDisposition() {}

    static String attachment(String fileName) {
        return "attachment; " + parameter(fileName);
    }

    static String inline(String fileName) {
        return "inline; " + parameter(fileName);
    }

    private static String parameter(String fileName) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(fileName)
                && fileName.chars().noneMatch(c -> c < ' ' || c == 0x7f)) {
            return "filename=\"" + fileName.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return "filename*=utf-8''" + PercentCoding.quote(fileName, PercentCoding.unreserved("/"));
    }
}
