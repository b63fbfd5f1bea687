package records;

import dev.quintet.http.Cookie;
import dev.quintet.http.RequestBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Somebody with a cookie jar.
class Visitor {

    private final OpenShop shop;
    private final Map<String, String> jar = new HashMap<>();

    Visitor(OpenShop shop) {
        this.shop = shop;
    }

    /// Goes by the cookies of somebody else.
    void become(Visitor other) {
        jar.putAll(other.jar);
    }

    OpenShop.Answer get(String url) {
        return send(RequestBuilder.get(url));
    }

    OpenShop.Answer post(String url, String body) {
        String token = jar.getOrDefault("csrftoken", "");
        return send(
                RequestBuilder.post(url)
                        .header("X-CSRFToken", token)
                        .body(
                                "application/x-www-form-urlencoded",
                                body.getBytes(StandardCharsets.UTF_8)));
    }

    private OpenShop.Answer send(RequestBuilder request) {
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        OpenShop.Answer answer = shop.ask(request);
        for (Cookie cookie : answer.response().cookies()) {
            jar.put(cookie.name(), cookie.value());
        }
        return answer;
    }
}
