package dev.quintet.test.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.quintet.http.QueryParams;
import dev.quintet.kernel.json.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// A provider on this machine, with keys of its own: OpenID Connect, and what GitHub answers. It
/// signs tokens by hand, so that tests can have it sign what is wrong.
final class MockProvider implements AutoCloseable {

    private final HttpServer server;
    private KeyPair keys = newKeys();
    private String keyId = "first";

    /// What is asked of it, by the code that it gave for it.
    private final Map<String, QueryParams> asked = new ConcurrentHashMap<>();

    /// What it says of whoever comes.
    final Map<String, Object> person = new ConcurrentHashMap<>();

    /// What it changes in a token before it signs it.
    UnaryOperator<Map<String, Object>> lies = UnaryOperator.identity();

    /// What it does to a token that is signed.
    UnaryOperator<String> breaks = UnaryOperator.identity();

    /// What the site was known by when it came for a token last.
    String authorization = "";

    MockProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", this::keys);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/login/oauth/access_token", this::githubToken);
        server.createContext("/api/v3/user", this::githubUser);
        server.start();
        person.put("sub", "248289761001");
        person.put("email", "ada@example.com");
        person.put("email_verified", true);
        person.put("preferred_username", "ada");
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// Signs with other keys from now on.
    void changeKeys(String id) {
        keys = newKeys();
        keyId = id;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// {@return a code for a visitor who arrives with this query, and whom the provider lets in}
    String letIn(QueryParams query) {
        String code = "code-" + asked.size();
        asked.put(code, query);
        return code;
    }

    /// Lets in whoever comes by a browser, and sends them back.
    private void authorize(HttpExchange exchange) throws IOException {
        QueryParams query = QueryParams.parse(exchange.getRequestURI().getRawQuery());
        String back =
                query.get("redirect_uri", "")
                        + "?code="
                        + letIn(query)
                        + "&state="
                        + query.get("state", "");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Map.of(
                        "issuer", address(),
                        "authorization_endpoint", address() + "/authorize",
                        "token_endpoint", address() + "/token",
                        "jwks_uri", address() + "/keys"));
    }

    private void keys(HttpExchange exchange) throws IOException {
        var key = (RSAPublicKey) keys.getPublic();
        answer(
                exchange,
                200,
                Map.of(
                        "keys",
                        List.of(
                                Map.of(
                                        "kty",
                                        "RSA",
                                        "use",
                                        "sig",
                                        "alg",
                                        "RS256",
                                        "kid",
                                        keyId,
                                        "n",
                                        text(unsigned(key.getModulus())),
                                        "e",
                                        text(unsigned(key.getPublicExponent()))))));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private void token(HttpExchange exchange) throws IOException {
        QueryParams form = form(exchange);
        authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        QueryParams query = asked.remove(form.get("code", ""));
        if (query == null || !proves(query, form)) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        long now = System.currentTimeMillis() / 1000;
        Map<String, Object> claims = new LinkedHashMap<>(person);
        claims.put("iss", address());
        claims.put("aud", query.get("client_id", ""));
        claims.put("nonce", query.get("nonce", ""));
        claims.put("iat", now);
        claims.put("exp", now + 300);
        answer(
                exchange,
                200,
                Map.of(
                        "access_token", "never kept",
                        "token_type", "Bearer",
                        "id_token", breaks.apply(signed(lies.apply(claims)))));
    }

    /// RFC 7636, and the address has to be the same.
    private static boolean proves(QueryParams query, QueryParams form) {
        byte[] verifier = form.get("code_verifier", "").getBytes(StandardCharsets.US_ASCII);
        return text(sha256(verifier)).equals(query.get("code_challenge"))
                && "S256".equals(query.get("code_challenge_method"))
                && form.get("redirect_uri", "").equals(query.get("redirect_uri"));
    }

    private String signed(Map<String, Object> claims) {
        String head = Json.text(Map.of("alg", "RS256", "kid", keyId, "typ", "JWT"));
        String both =
                text(head.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + text(Json.text(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(both.getBytes(StandardCharsets.US_ASCII));
            return both + "." + text(signature.sign());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void githubToken(HttpExchange exchange) throws IOException {
        QueryParams form = form(exchange);
        QueryParams query = asked.remove(form.get("code", ""));
        boolean right =
                query != null && proves(query, form) && "hush".equals(form.get("client_secret"));
        answer(
                exchange,
                200,
                right ? Map.of("access_token", "gho_1") : Map.of("error", "bad_verification_code"));
    }

    private void githubUser(HttpExchange exchange) throws IOException {
        if (!"Bearer gho_1".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of());
        } else if (exchange.getRequestURI().getPath().endsWith("/emails")) {
            answer(
                    exchange,
                    200,
                    List.of(
                            Map.of("email", "old@x.test", "primary", false, "verified", true),
                            Map.of(
                                    "email", person.get("email"),
                                    "primary", true,
                                    "verified", person.get("email_verified"))));
        } else {
            answer(exchange, 200, Map.of("id", 583231, "login", "octocat", "email", "lie@x.test"));
        }
    }

    private static QueryParams form(HttpExchange exchange) throws IOException {
        return QueryParams.parse(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, Object json) throws IOException {
        byte[] bytes = Json.bytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
