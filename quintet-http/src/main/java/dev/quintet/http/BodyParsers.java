package dev.quintet.http;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds who reads a body.
final class BodyParsers {

    private static final List<String> OWN =
            List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data");
    private static final List<BodyParser> MORE =
            ServiceLoader.load(BodyParser.class, BodyParser.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private BodyParsers() {}

    static @Nullable Object parse(Request request) {
        String type = request.contentType();
        for (BodyParser parser : MORE) {
            if (parser.mediaType().equals(type)) {
                return parser.parse(request);
            }
        }
        if (type.equals("application/json")
                || (type.startsWith("application/") && type.endsWith("+json"))) {
            return request.json();
        }
        if (OWN.contains(type)) {
            return request.form();
        }
        if (type.isEmpty() && request.body().length == 0) {
            return QueryParams.empty();
        }
        var known = new TreeSet<>(OWN);
        MORE.forEach(parser -> known.add(parser.mediaType()));
        throw new HttpFailure(
                415,
                "A body of this type is not read here.",
                Header.of("Accept-Post", String.join(", ", new ArrayList<>(known))));
    }
}
