package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\nb", "a\u0000", "a\u010d"})
    void refusesValuesThatWouldEndAHeader(String value) {
        assertThatThrownBy(() -> Response.text("").withHeader("X-A", value))
                .isInstanceOf(UnsafeHeaderException.class);
        assertThatThrownBy(() -> Response.text("").withHeader("X:" + value, "a"))
                .isInstanceOf(UnsafeHeaderException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JaVaScript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "\u0001javascript:x"
            })
    void refusesRedirectsThatRunScripts(String url) {
        assertThatThrownBy(() -> Response.redirect(url)).isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/b?c=d:e", "https://example.com/", "a:b/c/?", "../x", "?q=1"})
    void redirectsWhereBrowsersGo(String url) {
        if (url.startsWith("a:")) {
            assertThatThrownBy(() -> Response.redirect(url)).isInstanceOf(BadRequest.class);
        } else {
            assertThat(Response.redirect(url).header("Location")).isEqualTo(url);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsByTheStatusThatSaysWhatBecomesOfTheMethod(int status) {
        Response redirect = Response.redirect(status, "/there/");

        assertThat(redirect.status()).isEqualTo(status);
        assertThat(redirect.header("Location")).isEqualTo("/there/");
    }

    @Test
    void hasTheStatusAndHeadersOfItsKind() {
        assertThat(Response.redirect("/a/").status()).isEqualTo(302);
        assertThat(Response.permanentRedirect("/a/").status()).isEqualTo(301);
        assertThat(Response.notModified().status()).isEqualTo(304);
        assertThat(Response.noContent().status()).isEqualTo(204);
        assertThat(Response.status(410).status()).isEqualTo(410);
        assertThat(Response.html("<p>").header("Content-Type"))
                .isEqualTo("text/html; charset=utf-8");
        assertThat(Response.json(List.of(1)).header("Content-Type")).isEqualTo("application/json");
        var refused = new MethodNotAllowed("PUT", List.of("GET", "HEAD"));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers()).containsExactly(Header.of("Allow", "GET, HEAD"));
    }

    @Test
    void escapesTheAddressOfARedirect() {
        assertThat(Response.redirect("/ž\r\nX: y").header("Location"))
                .isEqualTo("/%C5%BE%0D%0AX:%20y");
    }

    @Test
    void setsCookiesThatAreSafeByDefault() {
        String line = Cookie.of("a", "b; c").render(Clock.systemUTC(), true);

        assertThat(line).isEqualTo("a=\"b\\073 c\"; HttpOnly; Path=/; SameSite=Lax; Secure");
    }

    @Test
    void refusesCookieNamesThatWouldEndTheHeader() {
        assertThatThrownBy(() -> Cookie.of("a=b;", "x")).isInstanceOf(UnsafeHeaderException.class);
        assertThatThrownBy(() -> Cookie.of("a", "x").withPath("/;Domain=evil"))
                .isInstanceOf(UnsafeHeaderException.class);
    }

    @Test
    void cutsRanges() {
        Response whole = Response.text("0123456789");

        assertThat(range(whole, "bytes=2-4").header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(range(whole, "bytes=-3").header("Content-Range")).isEqualTo("bytes 7-9/10");
        assertThat(range(whole, "bytes=20-").status()).isEqualTo(416);
        assertThat(range(whole, "bytes=4-2").status()).isEqualTo(200);
        assertThat(range(whole, "bytes=0-1,3-4").status()).isEqualTo(206);
    }

    private static Response range(Response whole, String range) {
        return Conditional.range(RequestBuilder.get("/").header("Range", range).build(), whole);
    }
}
