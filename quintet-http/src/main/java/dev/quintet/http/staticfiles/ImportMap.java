package dev.quintet.http.staticfiles;

import dev.quintet.http.StaticFilesException;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells browsers where the modules of scripts are that pages and other modules import by bare
/// names, with the hashes of their contents: no bundler, no Node.
///
/// A static file `importmap.json` says which: `{"imports": {"app": "js/app.js", "htmx":
/// "vendor/htmx.js"}, "preload": ["app"]}`. Those of several places are put together; the first
/// that has a name wins. A value is the path of a static file, or an address that is used as it is.
///
/// @param imports addresses by names
/// @param integrity hashes by addresses, of static files
/// @param preload addresses that are fetched at once
record ImportMap(Map<String, String> imports, Map<String, String> integrity, List<String> preload) {

    static final String FILE = "importmap.json";

    /// {@return what the files of a site say; empty where there is none}
    ///
    /// @throws StaticFilesException when one names a file that is not there, or cannot be read
    static ImportMap of(StaticFiles files) {
        var imports = new LinkedHashMap<String, String>();
        var integrity = new LinkedHashMap<String, String>();
        var preload = new LinkedHashMap<String, String>();
        for (URL place : files.locateAll(FILE)) {
            Map<?, ?> said = read(place);
            var own = new LinkedHashMap<String, String>();
            if (said.get("imports") instanceof Map<?, ?> named) {
                named.forEach((name, path) -> own.put(String.valueOf(name), String.valueOf(path)));
            }
            own.forEach((name, path) ->
                    imports.computeIfAbsent(name, _ -> address(files, path, integrity)));
            if (said.get("preload") instanceof List<?> wanted) {
                for (Object name : wanted) {
                    String address = imports.get(String.valueOf(name));
                    if (address != null) {
                        preload.putIfAbsent(String.valueOf(name), address);
                    }
                }
            }
        }
        return new ImportMap(imports, integrity, List.copyOf(preload.values()));
    }

    private static Map<?, ?> read(URL place) {
        try {
            Object said = Json.parse(new String(StaticFile.read(place), StandardCharsets.UTF_8));
            if (said instanceof Map<?, ?> map) {
                return map;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JsonException malformed) {
            throw wrong("It is no JSON: " + malformed.getMessage());
        }
        throw wrong("An object was expected.");
    }

    private static String address(StaticFiles files, String path, Map<String, String> integrity) {
        if (path.startsWith("/") || path.contains("://")) {
            return path;
        }
        byte[] content = files.content(path);
        if (content == null) {
            throw wrong("There is no static file '" + path + "'.");
        }
        String address = files.url(path);
        integrity.put(address, "sha384-" + digest(content));
        return address;
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-384").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static StaticFilesException wrong(String cause) {
        return new StaticFilesException(
                Problem.of("http.E081", "The static file importmap.json cannot be used.")
                        .because(cause)
                        .fixedBy(
                                "Write {\"imports\": {\"app\": \"js/app.js\"}}, with paths of"
                                        + " static files."));
    }

    /// {@return the elements for the head of a page, before its first script; empty where there is
    /// nothing to import}
    ///
    /// @param nonce of the page's content security policy, or `null`
    SafeString html(@Nullable String nonce) {
        if (imports.isEmpty()) {
            return new SafeString("");
        }
        String json = Escape.json(Json.text(Map.of("imports", imports, "integrity", integrity)));
        String known = nonce == null ? "" : " nonce=\"" + Escape.html(nonce) + "\"";
        var html = new StringBuilder();
        html.append("<script type=\"importmap\"").append(known).append('>').append(json);
        html.append("</script>");
        for (String address : preload) {
            html.append("\n<link rel=\"modulepreload\" href=\"").append(Escape.html(address));
            html.append('"').append(known);
            String hash = integrity.get(address);
            if (hash != null) {
                html.append(" integrity=\"").append(hash).append('"');
            }
            html.append('>');
        }
        return new SafeString(html.toString());
    }
}
