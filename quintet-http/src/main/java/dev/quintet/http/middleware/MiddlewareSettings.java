package dev.quintet.http.middleware;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;

/// The settings of middleware that Django has none of, or has in packages: content security,
/// permissions, cross-origin requests, compression, fetch metadata.
public final class MiddlewareSettings implements SettingsProvider {

    /// The content security policy that browsers enforce.
    public static final Setting<String> SECURE_CSP =
            text(
                    "SECURE_CSP",
                    "default-src 'self'; script-src 'self' 'nonce'; style-src 'self' 'nonce';"
                            + " img-src 'self' data:; object-src 'none'; base-uri 'none'",
                    "Value of Content-Security-Policy; 'nonce' stands for the page's own nonce;"
                            + " empty for none.");

    /// The content security policy that browsers only report on.
    public static final Setting<String> SECURE_CSP_REPORT_ONLY =
            text(
                    "SECURE_CSP_REPORT_ONLY",
                    "",
                    "Value of Content-Security-Policy-Report-Only; empty for none.");

    /// Which powers of the browser pages may use.
    public static final Setting<String> SECURE_PERMISSIONS_POLICY =
            text(
                    "SECURE_PERMISSIONS_POLICY",
                    "camera=(), geolocation=(), microphone=()",
                    "Value of Permissions-Policy; empty for none.");

    /// Whether the word of a browser on where a post came from counts for the CSRF check.
    public static final Setting<Boolean> CSRF_FETCH_METADATA =
            Setting.truth(
                    "CSRF_FETCH_METADATA",
                    true,
                    "Refuses posts whose Sec-Fetch-Site says cross-site, and asks no token where it"
                            + " says same-origin.");

    /// Sites whose scripts may read our answers.
    public static final Setting<List<String>> CORS_ALLOWED_ORIGINS =
            Setting.words(
                    "CORS_ALLOWED_ORIGINS",
                    List.of(),
                    "Origins whose scripts may read our answers, such as https://app.example.com;"
                            + " * for all.");

    /// Whether these requests may carry cookies.
    public static final Setting<Boolean> CORS_ALLOW_CREDENTIALS =
            Setting.truth(
                    "CORS_ALLOW_CREDENTIALS",
                    false,
                    "Lets requests of CORS_ALLOWED_ORIGINS carry cookies.");

    /// The methods that they may use.
    public static final Setting<List<String>> CORS_ALLOW_METHODS =
            Setting.words(
                    "CORS_ALLOW_METHODS",
                    List.of("DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"),
                    "Methods that scripts of other origins may use.");

    /// The headers that they may send.
    public static final Setting<List<String>> CORS_ALLOW_HEADERS =
            Setting.words(
                    "CORS_ALLOW_HEADERS",
                    List.of("accept", "authorization", "content-type", "x-csrftoken"),
                    "Headers that scripts of other origins may send.");

    /// The headers that they may read.
    public static final Setting<List<String>> CORS_EXPOSE_HEADERS =
            Setting.words(
                    "CORS_EXPOSE_HEADERS",
                    List.of(),
                    "Headers of answers that scripts of other origins may read.");

    /// How long browsers remember the answer to a preflight request.
    public static final Setting<Integer> CORS_PREFLIGHT_MAX_AGE =
            Setting.of(
                    "CORS_PREFLIGHT_MAX_AGE",
                    Integer.class,
                    Integer::valueOf,
                    86_400,
                    "Seconds for which browsers remember what CORS allows; 0 for not at all.");

    /// The paths that this holds for.
    public static final Setting<String> CORS_PATHS =
            text("CORS_PATHS", "/", "What paths begin with that scripts of other origins may ask.");

    /// The fewest bytes that are worth compressing.
    public static final Setting<Integer> COMPRESSION_MIN_SIZE =
            Setting.of(
                    "COMPRESSION_MIN_SIZE",
                    Integer.class,
                    Integer::valueOf,
                    200,
                    "Bytes from which on an answer is compressed.");

    /// For {@link java.util.ServiceLoader}.
    public MiddlewareSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                SECURE_CSP,
                SECURE_CSP_REPORT_ONLY,
                SECURE_PERMISSIONS_POLICY,
                CSRF_FETCH_METADATA,
                CORS_ALLOWED_ORIGINS,
                CORS_ALLOW_CREDENTIALS,
                CORS_ALLOW_METHODS,
                CORS_ALLOW_HEADERS,
                CORS_EXPOSE_HEADERS,
                CORS_PREFLIGHT_MAX_AGE,
                CORS_PATHS,
                COMPRESSION_MIN_SIZE);
    }

    private static Setting<String> text(String name, String fallback, String doc) {
        return Setting.of(name, String.class, text -> text, fallback, doc);
    }
}
