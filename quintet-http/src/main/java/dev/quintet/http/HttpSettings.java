package dev.quintet.http;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;
import java.util.function.Function;

/// The settings of requests, responses, sessions, CSRF and static files. Django's names and
/// meanings where Django has them.
public final class HttpSettings implements SettingsProvider {

    /// The longest message of a conversation.
    public static final Setting<Integer> WEBSOCKET_MAX_MESSAGE_SIZE =
            positive(
                    "WEBSOCKET_MAX_MESSAGE_SIZE",
                    1024 * 1024,
                    "The longest message that a WebSocket takes, in bytes.");

    /// How often clients are asked whether they are still there.
    public static final Setting<Integer> WEBSOCKET_PING_SECONDS =
            positive(
                    "WEBSOCKET_PING_SECONDS",
                    20,
                    "Seconds between pings to the client of a WebSocket; one that is silent twice as"
                            + " long is gone.");

    /// Names that the site answers to.
    public static final Setting<List<String>> ALLOWED_HOSTS =
            Setting.words(
                    "ALLOWED_HOSTS",
                    List.of(),
                    "Names that the site answers to, separated by commas; .example.com means all"
                            + " below it, * any.");

    /// Whether a missing slash at the end of a path is added by a redirect.
    public static final Setting<Boolean> APPEND_SLASH =
            Setting.truth(
                    "APPEND_SLASH", true, "Redirects /a to /a/ where only the latter is a route.");

    /// Whether hosts without `www.` are redirected to those with it.
    public static final Setting<Boolean> PREPEND_WWW =
            Setting.truth("PREPEND_WWW", false, "Redirects example.com to www.example.com.");

    /// Whether `X-Forwarded-Host` is believed.
    public static final Setting<Boolean> USE_X_FORWARDED_HOST =
            Setting.truth(
                    "USE_X_FORWARDED_HOST",
                    false,
                    "Believes X-Forwarded-Host, whoever sent it; TRUSTED_PROXIES is safer.");

    /// Whether `X-Forwarded-Port` is believed.
    public static final Setting<Boolean> USE_X_FORWARDED_PORT =
            Setting.truth(
                    "USE_X_FORWARDED_PORT",
                    false,
                    "Believes X-Forwarded-Port, whoever sent it; TRUSTED_PROXIES is safer.");

    /// The header and value by which a proxy says that it was called over TLS.
    public static final Setting<String> SECURE_PROXY_SSL_HEADER =
            Setting.of(
                    "SECURE_PROXY_SSL_HEADER",
                    String.class,
                    HttpSettings::headerAndValue,
                    "",
                    "Header by which a proxy says that it was called over TLS, such as"
                            + " X-Forwarded-Proto: https.");

    /// Networks whose forwarding headers are believed.
    public static final Setting<List<String>> TRUSTED_PROXIES =
            Setting.words(
                    "TRUSTED_PROXIES",
                    List.of(),
                    "Networks whose X-Forwarded-For, -Proto, -Host and -Port are believed, such as"
                            + " 127.0.0.1, 10.0.0.0/8.");

    /// The most bytes of a body, less its files, that are kept in memory.
    public static final Setting<Long> DATA_UPLOAD_MAX_MEMORY_SIZE =
            Setting.of(
                    "DATA_UPLOAD_MAX_MEMORY_SIZE",
                    Long.class,
                    number(Long::valueOf),
                    2_621_440L,
                    "Most bytes of a body, less its files, that are kept in memory.");

    /// The most fields of a form or query string.
    public static final Setting<Integer> DATA_UPLOAD_MAX_NUMBER_FIELDS =
            count("DATA_UPLOAD_MAX_NUMBER_FIELDS", 1000, "Most fields of a form or query string.");

    /// The most files of a form.
    public static final Setting<Integer> DATA_UPLOAD_MAX_NUMBER_FILES =
            count("DATA_UPLOAD_MAX_NUMBER_FILES", 100, "Most files of a form.");

    /// How deeply the JSON of a body may nest.
    public static final Setting<Integer> DATA_UPLOAD_MAX_JSON_DEPTH =
            count(
                    "DATA_UPLOAD_MAX_JSON_DEPTH",
                    100,
                    "Most levels that lists and objects of a JSON body may nest.");

    /// From how many bytes on an uploaded file is kept on disk.
    public static final Setting<Integer> FILE_UPLOAD_MAX_MEMORY_SIZE =
            count(
                    "FILE_UPLOAD_MAX_MEMORY_SIZE",
                    2_621_440,
                    "Bytes from which on an uploaded file is kept on disk.");

    /// How many seconds browsers shall use TLS only.
    public static final Setting<Integer> SECURE_HSTS_SECONDS =
            count(
                    "SECURE_HSTS_SECONDS",
                    0,
                    "Seconds for which browsers shall use TLS only; 0 says nothing.");

    /// Whether that holds for all hosts below as well.
    public static final Setting<Boolean> SECURE_HSTS_INCLUDE_SUBDOMAINS =
            Setting.truth(
                    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
                    false,
                    "Extends SECURE_HSTS_SECONDS to all hosts below this one.");

    /// Whether browsers may learn it from their preload lists.
    public static final Setting<Boolean> SECURE_HSTS_PRELOAD =
            Setting.truth(
                    "SECURE_HSTS_PRELOAD", false, "Allows browsers to preload the HSTS rule.");

    /// Whether browsers are kept from guessing types.
    public static final Setting<Boolean> SECURE_CONTENT_TYPE_NOSNIFF =
            Setting.truth(
                    "SECURE_CONTENT_TYPE_NOSNIFF",
                    true,
                    "Sends X-Content-Type-Options: nosniff with each answer.");

    /// What browsers tell other sites about the page that a link was on.
    public static final Setting<String> SECURE_REFERRER_POLICY =
            text(
                    "SECURE_REFERRER_POLICY",
                    "same-origin",
                    "Value of Referrer-Policy; empty for none.");

    /// Whether pages of other sites that open ours may reach into it.
    public static final Setting<String> SECURE_CROSS_ORIGIN_OPENER_POLICY =
            text(
                    "SECURE_CROSS_ORIGIN_OPENER_POLICY",
                    "same-origin",
                    "Value of Cross-Origin-Opener-Policy; empty for none.");

    /// Whether requests without TLS are redirected.
    public static final Setting<Boolean> SECURE_SSL_REDIRECT =
            Setting.truth("SECURE_SSL_REDIRECT", false, "Redirects http:// to https://.");

    /// The host that they are redirected to.
    public static final Setting<String> SECURE_SSL_HOST =
            text(
                    "SECURE_SSL_HOST",
                    "",
                    "Host that SECURE_SSL_REDIRECT leads to; empty for the same.");

    /// Paths that are not redirected.
    public static final Setting<List<String>> SECURE_REDIRECT_EXEMPT =
            Setting.words(
                    "SECURE_REDIRECT_EXEMPT",
                    List.of(),
                    "Regular expressions of paths, less their first slash, that"
                            + " SECURE_SSL_REDIRECT leaves alone.");

    /// Which sites may show ours in a frame.
    public static final Setting<String> X_FRAME_OPTIONS =
            text("X_FRAME_OPTIONS", "DENY", "Value of X-Frame-Options: DENY or SAMEORIGIN.");

    /// Paths whose errors are JSON.
    public static final Setting<List<String>> API_PATHS =
            Setting.words(
                    "API_PATHS",
                    List.of("/api/"),
                    "What paths begin with whose errors are JSON, whatever the client likes.");

    /// Where visitors sign in.
    public static final Setting<String> LOGIN_URL =
            text(
                    "LOGIN_URL",
                    "/accounts/login/",
                    "Address, or name of the route, where visitors sign in.");

    /// The address below which static files are.
    public static final Setting<String> STATIC_URL =
            text("STATIC_URL", "/static/", "Address below which static files are served.");

    /// Folders of static files beside those of the apps.
    public static final Setting<List<String>> STATICFILES_DIRS =
            Setting.words(
                    "STATICFILES_DIRS",
                    List.of(),
                    "Folders of static files, separated by commas, that win over those of the apps.");

    /// Where Vite serves what it makes of sources while they are written.
    public static final Setting<String> VITE_URL =
            text(
                    "VITE_URL",
                    "",
                    "Address of Vite's own server, such as http://localhost:5173, whose modules"
                            + " pages get while DEBUG is on; empty for what `vite build` made.");

    /// The folder that static files are collected in.
    public static final Setting<String> STATIC_ROOT =
            text(
                    "STATIC_ROOT",
                    "",
                    "Folder that collectstatic puts all static files into; empty for none.");

    /// Whether a static file may refer to one that is not there.
    public static final Setting<Boolean> STATICFILES_STRICT =
            Setting.truth(
                    "STATICFILES_STRICT",
                    true,
                    "Lets collectstatic refuse style sheets and scripts that refer to files that are"
                            + " not there.");

    /// The address below which uploaded files are.
    public static final Setting<String> MEDIA_URL =
            text("MEDIA_URL", "/media/", "Address below which uploaded files are served.");

    /// Whether the site itself sends uploaded files.
    public static final Setting<Boolean> MEDIA_SERVED =
            Setting.truth(
                    "MEDIA_SERVED",
                    true,
                    "Sends uploaded files below MEDIA_URL; off where another server does.");

    /// Whether uploaded pages and drawings are shown.
    public static final Setting<Boolean> MEDIA_ACTIVE_CONTENT =
            Setting.truth(
                    "MEDIA_ACTIVE_CONTENT",
                    false,
                    "Shows uploaded pages and drawings, whose scripts run: only where MEDIA_URL is"
                            + " a host of its own, or visitors cannot upload.");

    /// The name of the cookie that carries the CSRF secret.
    public static final Setting<String> CSRF_COOKIE_NAME =
            text("CSRF_COOKIE_NAME", "csrftoken", "Name of the cookie with the CSRF secret.");

    /// How long that cookie lives.
    public static final Setting<Integer> CSRF_COOKIE_AGE =
            count("CSRF_COOKIE_AGE", 31_449_600, "Seconds that the CSRF cookie lives.");

    /// The domain that it is sent to.
    public static final Setting<String> CSRF_COOKIE_DOMAIN =
            text("CSRF_COOKIE_DOMAIN", "", "Domain of the CSRF cookie; empty for this host only.");

    /// Whether it is hidden from scripts.
    public static final Setting<Boolean> CSRF_COOKIE_HTTPONLY =
            Setting.truth("CSRF_COOKIE_HTTPONLY", false, "Hides the CSRF cookie from scripts.");

    /// Whether it is sent over TLS only.
    public static final Setting<Boolean> CSRF_COOKIE_SECURE =
            Setting.truth(
                    "CSRF_COOKIE_SECURE",
                    false,
                    "Marks the CSRF cookie Secure even on requests without TLS.");

    /// The header that scripts send the token in.
    public static final Setting<String> CSRF_HEADER_NAME =
            text("CSRF_HEADER_NAME", "X-CSRFToken", "Header that scripts send the CSRF token in.");

    /// Other sites whose forms are accepted.
    public static final Setting<List<String>> CSRF_TRUSTED_ORIGINS =
            Setting.words(
                    "CSRF_TRUSTED_ORIGINS",
                    List.of(),
                    "Origins whose forms are accepted, such as https://*.example.com.");

    /// The name of the session cookie.
    public static final Setting<String> SESSION_COOKIE_NAME =
            text("SESSION_COOKIE_NAME", "sessionid", "Name of the session cookie.");

    /// How long a session lives.
    public static final Setting<Integer> SESSION_COOKIE_AGE =
            count("SESSION_COOKIE_AGE", 1_209_600, "Seconds that a session lives.");

    /// The domain that the session cookie is sent to.
    public static final Setting<String> SESSION_COOKIE_DOMAIN =
            text("SESSION_COOKIE_DOMAIN", "", "Domain of the session cookie; empty for this host.");

    /// Whether the session cookie is sent over TLS only.
    public static final Setting<Boolean> SESSION_COOKIE_SECURE =
            Setting.truth(
                    "SESSION_COOKIE_SECURE",
                    false,
                    "Marks the session cookie Secure even on requests without TLS.");

    /// Where sessions are kept.
    public static final Setting<String> SESSION_ENGINE =
            Setting.of(
                    "SESSION_ENGINE",
                    String.class,
                    oneOf("signed_cookies", "db", "cache", "cached_db", "file"),
                    "signed_cookies",
                    "Where sessions are kept: signed_cookies, db, cache, cached_db or file.");

    /// The folder of sessions in files.
    public static final Setting<String> SESSION_FILE_PATH =
            text(
                    "SESSION_FILE_PATH",
                    "",
                    "Folder of the sessions of SESSION_ENGINE=file; empty for the system's own for"
                            + " temporary files.");

    /// The path that the session cookie is sent to.
    public static final Setting<String> SESSION_COOKIE_PATH =
            text("SESSION_COOKIE_PATH", "/", "Path that the session cookie is sent to.");

    /// Whether it is hidden from scripts.
    public static final Setting<Boolean> SESSION_COOKIE_HTTPONLY =
            Setting.truth(
                    "SESSION_COOKIE_HTTPONLY", true, "Hides the session cookie from scripts.");

    /// Which requests of other sites carry it.
    public static final Setting<String> SESSION_COOKIE_SAMESITE =
            Setting.of(
                    "SESSION_COOKIE_SAMESITE",
                    String.class,
                    oneOf("", "Lax", "Strict", "None"),
                    "Lax",
                    "Which requests of other sites carry the session cookie: Lax, Strict or None.");

    /// Whether each request saves the session anew.
    public static final Setting<Boolean> SESSION_SAVE_EVERY_REQUEST =
            Setting.truth(
                    "SESSION_SAVE_EVERY_REQUEST", false, "Saves the session on each request.");

    /// Whether sessions end with the browser.
    public static final Setting<Boolean> SESSION_EXPIRE_AT_BROWSER_CLOSE =
            Setting.truth(
                    "SESSION_EXPIRE_AT_BROWSER_CLOSE", false, "Ends sessions with the browser.");

    /// For {@link java.util.ServiceLoader}.
    public HttpSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                ALLOWED_HOSTS,
                APPEND_SLASH,
                PREPEND_WWW,
                USE_X_FORWARDED_HOST,
                USE_X_FORWARDED_PORT,
                SECURE_PROXY_SSL_HEADER,
                TRUSTED_PROXIES,
                DATA_UPLOAD_MAX_MEMORY_SIZE,
                DATA_UPLOAD_MAX_NUMBER_FIELDS,
                DATA_UPLOAD_MAX_NUMBER_FILES,
                DATA_UPLOAD_MAX_JSON_DEPTH,
                FILE_UPLOAD_MAX_MEMORY_SIZE,
                SECURE_HSTS_SECONDS,
                SECURE_HSTS_INCLUDE_SUBDOMAINS,
                SECURE_HSTS_PRELOAD,
                SECURE_CONTENT_TYPE_NOSNIFF,
                SECURE_REFERRER_POLICY,
                SECURE_CROSS_ORIGIN_OPENER_POLICY,
                SECURE_SSL_REDIRECT,
                SECURE_SSL_HOST,
                SECURE_REDIRECT_EXEMPT,
                X_FRAME_OPTIONS,
                API_PATHS,
                LOGIN_URL,
                STATIC_URL,
                STATICFILES_DIRS,
                STATIC_ROOT,
                VITE_URL,
                STATICFILES_STRICT,
                MEDIA_URL,
                MEDIA_SERVED,
                MEDIA_ACTIVE_CONTENT,
                WEBSOCKET_MAX_MESSAGE_SIZE,
                WEBSOCKET_PING_SECONDS,
                CSRF_COOKIE_NAME,
                CSRF_COOKIE_AGE,
                CSRF_COOKIE_DOMAIN,
                CSRF_COOKIE_HTTPONLY,
                CSRF_COOKIE_SECURE,
                CSRF_HEADER_NAME,
                CSRF_TRUSTED_ORIGINS,
                SESSION_COOKIE_NAME,
                SESSION_COOKIE_AGE,
                SESSION_COOKIE_DOMAIN,
                SESSION_COOKIE_SECURE,
                SESSION_ENGINE,
                SESSION_FILE_PATH,
                SESSION_COOKIE_PATH,
                SESSION_COOKIE_HTTPONLY,
                SESSION_COOKIE_SAMESITE,
                SESSION_SAVE_EVERY_REQUEST,
                SESSION_EXPIRE_AT_BROWSER_CLOSE);
    }

    private static Setting<String> text(String name, String fallback, String doc) {
        return Setting.of(name, String.class, text -> text, fallback, doc);
    }

    private static Function<String, String> oneOf(String... words) {
        return text -> {
            for (String word : words) {
                if (word.equalsIgnoreCase(text.strip())) {
                    return word;
                }
            }
            throw new IllegalArgumentException(
                    "one of these was expected: " + String.join(", ", words));
        };
    }

    private static Setting<Integer> count(String name, int fallback, String doc) {
        return Setting.of(name, Integer.class, number(Integer::valueOf), fallback, doc);
    }

    private static Setting<Integer> positive(String name, int fallback, String doc) {
        Function<String, Integer> number = number(Integer::valueOf);
        return Setting.of(
                name,
                Integer.class,
                text -> {
                    if (number.apply(text) == 0) {
                        throw new IllegalArgumentException("a number from 1 on was expected");
                    }
                    return number.apply(text);
                },
                fallback,
                doc);
    }

    private static <N extends Number> Function<String, N> number(Function<String, N> parse) {
        return text -> {
            try {
                N number = parse.apply(text.strip().replace("_", ""));
                if (number.longValue() >= 0) {
                    return number;
                }
            } catch (NumberFormatException nonsense) {
                throw new IllegalArgumentException("a whole number was expected", nonsense);
            }
            throw new IllegalArgumentException("a number from 0 on was expected");
        };
    }

    private static String headerAndValue(String text) {
        if (!text.isEmpty() && text.indexOf(':') <= 0) {
            throw new IllegalArgumentException(
                    "a header and its value were expected, such as X-Forwarded-Proto: https");
        }
        return text;
    }
}
