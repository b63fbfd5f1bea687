package dev.quintet.http;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;
import static dev.quintet.http.Routes.post;
import static dev.quintet.http.Routes.rePath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {

    static Response page(Request request) {
        return Response.text("page");
    }

    static Response album(Request request, String slug) {
        return Response.text("album " + slug);
    }

    static Response buy(Request request, long id) {
        return Response.text("buy " + id);
    }

    static Response day(Request request, long year, long month) {
        return Response.text(year + "-" + month);
    }

    private static final Routes CATALOG =
            Routes.of(
                    "catalog",
                    path("", RouterTest::page).name("index"),
                    path("albums/<slug:slug>/", RouterTest::album).name("album"),
                    path("albums/<int:id>/buy/", RouterTest::buy).name("buy"));

    @Test
    void capturesValuesOfTheirTypes() {
        Router router = Router.of(Routes.of(include("shop/", CATALOG)));

        RouteMatch match = router.resolve("/shop/albums/12/buy/");

        assertThat(match.kwargs()).isEqualTo(Map.of("id", 12L));
        assertThat(match.viewName()).isEqualTo("catalog:buy");
        assertThat(router.resolve("/shop/albums/x/buy/")).isNull();
        assertThat(router.resolve("/shop/albums/99999999999999999999/buy/")).isNull();
    }

    @Test
    void tellsInstancesOfAnApplicationApart() {
        Router router =
                Router.of(
                        Routes.of(
                                include("a/", CATALOG).namespace("first"),
                                include("b/", CATALOG).namespace("second")));

        assertThat(router.reverse("first:index")).isEqualTo("/a/");
        assertThat(router.reverse("second:album", "x")).isEqualTo("/b/albums/x/");
        assertThat(router.reverse("catalog:index", List.of(), Map.of(), "first")).isEqualTo("/a/");
    }

    /// Years of four digits.
    private static final class YearConverter implements Converter<Year> {
        @Override
        public String regex() {
            return "[0-9]{4}";
        }

        @Override
        public Class<Year> type() {
            return Year.class;
        }

        @Override
        public Year parse(String piece) {
            return Year.parse(piece);
        }

        @Override
        public String format(Object value) {
            return "%04d".formatted(((Year) value).getValue());
        }
    }

    static Response archive(Request request, Year year) {
        return Response.text(year.toString());
    }

    @Test
    void usesAConverterOfOnesOwnBothWays() {
        Router router =
                Router.of(
                        Routes.of(
                                        path("<year:year>/", RouterTest::archive).name("archive"),
                                        include(
                                                "old/",
                                                Routes.of(
                                                        path("<year:y>/", RouterTest::archive)
                                                                .name("old"))))
                                .converter("year", new YearConverter()));

        assertThat(router.resolve("/2026/").kwargs()).isEqualTo(Map.of("year", Year.of(2026)));
        assertThat(router.resolve("/old/0987/").kwargs()).isEqualTo(Map.of("y", Year.of(987)));
        assertThat(router.resolve("/26/")).isNull();
        assertThat(router.resolve("/20260/")).isNull();
        assertThat(router.reverse("archive", Year.of(987))).isEqualTo("/0987/");
        assertThatThrownBy(() -> router.reverse("archive", Year.of(12026)))
                .isInstanceOf(ReverseException.class);
    }

    /// Declared before the routes that it names, as a constant of a class may be.
    private static final Reverse LATER = Reverse.of("later:page").query("from", "here");

    @Test
    void keepsLinksInConstantsWhoseRoutesAreDeclaredLater() {
        Router router = Router.of(Routes.of(include("x/", LaterRoutes.ROUTES)));

        assertThat(LATER.url(router)).isEqualTo("/x/page/?from=here");
    }

    /// Routes that are made when they are first asked for.
    private static final class LaterRoutes {
        private static final Routes ROUTES =
                Routes.of("later", path("page/", RouterTest::page).name("page"));
    }

    @Test
    void escapesWhatItReverses() {
        Router router = Router.of(Routes.of(path("f/<path:name>", RouterTest::album).name("file")));

        assertThat(router.reverse("file", "a/b c/ž%.txt")).isEqualTo("/f/a/b%20c/%C5%BE%25.txt");
        assertThat(Reverse.of("file", "x").query("q", "a&b").fragment("top").url(router))
                .isEqualTo("/f/x?q=a%26b#top");
    }

    @Test
    void namesTheNearestRouteWhenOneIsUnknown() {
        Router router = Router.of(Routes.of(path("", RouterTest::page).name("index")));

        assertThatThrownBy(() -> router.reverse("indx"))
                .isInstanceOf(ReverseException.class)
                .hasMessageContaining("Did you mean 'index'?");
    }

    @Test
    void refusesAViewWhoseTypeDoesNotFit() {
        assertThatThrownBy(() -> Router.of(Routes.of(path("<slug:id>/", RouterTest::buy))))
                .isInstanceOf(RoutingException.class)
                .hasMessageContaining("captures 'id' as String, but RouterTest.buy takes long");
    }

    @Test
    void refusesAViewThatTakesAnotherNumberOfValues() {
        assertThatThrownBy(() -> Router.of(Routes.of(path("<int:year>/", RouterTest::day))))
                .isInstanceOf(RoutingException.class)
                .hasMessageContaining("captures 1 value, but RouterTest.day takes 2");
    }

    @Test
    void refusesALambdaThatDoesNotTellItsTypes() {
        Routes untold = Routes.of(path("<int:year>/", (request, year) -> Response.text("" + year)));
        Routes told =
                Routes.of(
                        path(
                                "<int:year>/",
                                (Request request, Long year) -> Response.text("" + year)));

        assertThatThrownBy(() -> Router.of(untold))
                .hasMessageContaining("does not say which types");
        assertThat(Router.of(told).resolve("/2026/")).isNotNull();
    }

    @Test
    void namesAMisspeltConverter() {
        assertThatThrownBy(() -> Router.of(Routes.of(path("<slgu:id>/", RouterTest::album))))
                .hasMessageContaining("Did you mean 'slug'?");
    }

    @Test
    void tellsMethodsApart() {
        Router router =
                Router.of(Routes.of(get("x/", RouterTest::page), post("x/", RouterTest::page)));

        assertThat(router.find("/x/", "POST", "").leaf()).isNotNull();
        assertThat(router.find("/x/", "HEAD", "").leaf()).isNotNull();
        assertThat(router.find("/x/", "PUT", "").leaf()).isNull();
        assertThat(router.find("/x/", "PUT", "").allowed())
                .containsExactly("GET", "HEAD", "OPTIONS", "POST");
    }

    @Test
    void takesTheFirstOfTwoThatMatchWhereverTheyStandInTheIndex() {
        Router router =
                Router.of(
                        Routes.of(
                                path("<slug:any>/", RouterTest::album).name("any"),
                                path("fixed/", RouterTest::page).name("fixed"),
                                rePath("^re/(\\d+)/$", RouterTest::album).name("re")));

        assertThat(router.resolve("/fixed/").name()).isEqualTo("any");
        assertThat(router.resolve("/re/12/").args()).containsExactly("12");
    }

    @Test
    void findsWhatALinearSearchFinds() {
        var random = new java.util.Random(7);
        var routes = new ArrayList<Route>();
        String[] pieces = {"a", "b", "<int:n>", "<slug:s>", "<str:t>"};
        for (int i = 0; i < 300; i++) {
            var pattern = new StringBuilder();
            for (int j = 0; j <= random.nextInt(4); j++) {
                String piece = pieces[random.nextInt(pieces.length)].replace(":", j + ":");
                pattern.append(piece.replaceAll("(int|slug|str)\\d:", "$1:")).append('/');
            }
            String unique = pattern.toString();
            for (int j = 0; unique.matches(".*<(\\w+:\\w+)>.*<\\1>.*"); j++) {
                unique = unique.replaceFirst(":([nst])>", ":$1" + j + ">");
            }
            routes.add(path(unique, RouterTest::page).name("r" + i));
        }
        Router all = Router.of(Routes.of(null, routes));
        String[] words = {"a", "b", "7", "x-y", "é"};
        for (int i = 0; i < 500; i++) {
            var asked = new StringBuilder("/");
            for (int j = 0; j <= random.nextInt(4); j++) {
                asked.append(words[random.nextInt(words.length)]).append('/');
            }
            String first = null;
            for (Route route : routes) {
                if (Router.of(Routes.of(route)).resolve(asked.toString()) != null) {
                    first = route.name();
                    break;
                }
            }
            RouteMatch found = all.resolve(asked.toString());

            assertThat(found == null ? null : found.name()).as(asked.toString()).isEqualTo(first);
        }
    }
}
