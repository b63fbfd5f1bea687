package dev.quintet.oidc;

import dev.quintet.http.QueryParams;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks providers for JSON: with limits of time and size, and led nowhere else. Safe for many
/// threads.
final class Remote {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 20;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Object get(String address, Map<String, String> headers) throws Refused {
        return send(request(address, headers).GET().build());
    }

    Map<?, ?> post(String address, Map<String, String> form, Map<String, String> headers)
            throws Refused {
        var fields = new HashMap<String, List<String>>();
        form.forEach((name, value) -> fields.put(name, List.of(value)));
        return map(
                send(
                        request(address, headers)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(QueryParams.of(fields).encode()))
                                .build()));
    }

    static Map<?, ?> map(Object json) throws Refused {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw new Refused("the provider answered something else than an object");
    }

    private static HttpRequest.Builder request(String address, Map<String, String> headers)
            throws Refused {
        try {
            var builder =
                    HttpRequest.newBuilder(Provider.refuseUnsafe(address))
                            .timeout(PATIENCE)
                            .header("Accept", "application/json");
            headers.forEach(builder::header);
            return builder;
        } catch (IllegalArgumentException unsafe) {
            throw new Refused("the provider named an address that is not safe", unsafe);
        }
    }

    private Object send(HttpRequest request) throws Refused {
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new Refused("the provider answered " + answer.statusCode());
                }
                byte[] bytes = body.readNBytes(LONGEST + 1);
                if (bytes.length > LONGEST) {
                    throw new Refused("the provider's answer is too long");
                }
                Object json = Json.parse(bytes);
                return json == null ? "" : json;
            }
        } catch (IOException | JsonException broken) {
            throw new Refused("the provider cannot be understood", broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Refused("the provider was not waited for", stop);
        }
    }
}
