package dev.quintet.orm.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes what a statement is for behind it, so that the server's own log tells whose it is.
final class SqlComment {

    private SqlComment() {}

    /// {@return the statement with a comment such as `/* request_id='a1' */`}
    ///
    /// Names and values are percent-encoded: nothing in them ends the comment, or is a parameter.
    static String behind(String sql, Map<String, String> tags) {
        var text = new StringBuilder(sql).append(" /*");
        String between = " ";
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            text.append(between)
                    .append(encoded(tag.getKey()))
                    .append("='")
                    .append(encoded(tag.getValue()))
                    .append('\'');
            between = ",";
        }
        return text.append(" */").toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
