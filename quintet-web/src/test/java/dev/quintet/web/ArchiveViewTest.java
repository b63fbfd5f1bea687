package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.Routes;
import dev.quintet.web.shop.Article;
import dev.quintet.web.shop.Articles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveViewTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private static String page(String period) {
        return "{{ "
                + period
                + "|date:'Y-m-d' }}: {% for a in object_list %}{{ a }} {% endfor %}"
                + "[{% for d in date_list %}{{ d|date:'Y-m-d' }} {% endfor %}]"
                + " {{ previous_"
                + period
                + "|date:'Y-m-d' }}<{{ next_"
                + period
                + "|date:'Y-m-d' }}";
    }

    private static final Map<String, String> TEMPLATES =
            Map.of(
                    "shop/article_archive.html",
                    "{% for a in latest %}{{ a }} {% endfor %}"
                            + "[{% for d in date_list %}{{ d|date:'Y' }} {% endfor %}]"
                            + "{% if is_paginated %} of {{ paginator.num_pages }}{% endif %}",
                    "shop/article_archive_year.html",
                    page("year"),
                    "shop/article_archive_month.html",
                    page("month"),
                    "shop/article_archive_week.html",
                    page("week"),
                    "shop/article_archive_day.html",
                    page("day") + " {{ previous_month|date:'m' }}<{{ next_month|date:'m' }}",
                    "shop/article_detail.html",
                    "{{ article }} {{ object.pk }}");

    private static final Routes ROUTES =
            Routes.of(
                    path("news/", ArchiveView.index(Articles.all(), Articles.published)),
                    path(
                            "paged/",
                            ArchiveView.index(Articles.all(), Articles.published).paginateBy(2)),
                    path(
                            "all/",
                            ArchiveView.index(Articles.all(), Articles.published)
                                    .allowFuture(true)),
                    path(
                            "days/",
                            ArchiveView.index(Articles.all(), Articles.published)
                                    .dateListPeriod("day")
                                    .template("shop/article_archive_year.html")),
                    path("news/<int:year>/", ArchiveView.year(Articles.all(), Articles.published)),
                    path(
                            "full/<int:year>/",
                            ArchiveView.year(Articles.all(), Articles.published)
                                    .makeObjectList(true)),
                    path(
                            "open/<int:year>/",
                            ArchiveView.year(Articles.all(), Articles.published).allowEmpty(true)),
                    path("month/", ArchiveView.month(Articles.all(), Articles.published)),
                    path(
                            "news/<int:year>/<str:month>/",
                            ArchiveView.month(Articles.all(), Articles.published)),
                    path(
                            "news/<int:year>/week/<int:week>/",
                            ArchiveView.week(Articles.all(), Articles.published).allowEmpty(true)),
                    path(
                            "mondays/<int:year>/week/<int:week>/",
                            ArchiveView.week(Articles.all(), Articles.published)
                                    .weeks(WeekFields.of(DayOfWeek.MONDAY, 7))
                                    .allowEmpty(true)),
                    path(
                            "iso/<int:year>/week/<int:week>/",
                            ArchiveView.week(Articles.all(), Articles.published)
                                    .weeks(WeekFields.ISO)
                                    .allowEmpty(true)),
                    path(
                            "news/<int:year>/<str:month>/<int:day>/",
                            ArchiveView.day(Articles.all(), Articles.published)),
                    path("today/", ArchiveView.today(Articles.all(), Articles.published)),
                    path(
                            "written/<int:year>/<int:month>/<int:day>/",
                            ArchiveView.day(Articles.all(), Articles.written)),
                    path("written/<int:year>/", ArchiveView.year(Articles.all(), Articles.written)),
                    path(
                            "news/<int:year>/<str:month>/<int:day>/<int:pk>/",
                            DateDetailView.of(Articles.all(), Articles.published)),
                    path(
                            "ahead/<int:year>/<str:month>/<int:day>/<int:pk>/",
                            DateDetailView.of(Articles.all(), Articles.published)
                                    .allowFuture(true)));

    @TempDir private Path folder;
    private ShopPages shop;

    @BeforeEach
    void openShop() {
        shop = new ShopPages(folder, TEMPLATES, ROUTES, NOON);
        write("Swing", "2025-03-09", "2025-03-09T23:30:00Z");
        write("Bebop", "2026-01-01", "2026-01-01T00:30:00Z");
        write("Cool", "2026-01-31", "2026-01-31T10:00:00Z");
        write("Modal", "2026-11-25", "2026-11-25T11:00:00Z");
        write("Free", "2026-12-24", "2026-11-25T13:00:00Z");
        write("Undated", null, "2024-01-01T00:00:00Z");
    }

    private void write(String title, String published, String written) {
        shop.in(() -> {
            var article = new Article();
            article.title = title;
            article.published = published == null ? null : LocalDate.parse(published);
            article.written = Instant.parse(written);
            article.save();
        });
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /news/ | Modal Cool Bebop Swing [2026 2025 ]
                    /paged/?page=2 | Bebop Swing [2026 2025 ] of 2
                    /all/ | Free Modal Cool Bebop Swing [2026 2025 ]
                    /days/ | : Modal Cool Bebop Swing [2026-11-25 2026-01-31 2026-01-01 2025-03-09 ] <
                    /news/2026/ | 2026-01-01: [2026-01-01 2026-11-01 ] 2025-01-01<
                    /full/2026/ | 2026-01-01: Modal Cool Bebop [2026-01-01 2026-11-01 ] 2025-01-01<
                    /open/2023/ | 2023-01-01: [] 2022-01-01<2024-01-01
                    /open/2026/ | 2026-01-01: [2026-01-01 2026-11-01 ] 2025-01-01<
                    /news/2026/jan/ | 2026-01-01: Cool Bebop [2026-01-01 2026-01-31 ] 2025-03-01<2026-11-01
                    /news/2026/1/ | 2026-01-01: Cool Bebop [2026-01-01 2026-01-31 ] 2025-03-01<2026-11-01
                    /news/2026/November/ | 2026-11-01: Modal [2026-11-25 ] 2026-01-01<
                    /month/?year=2025&month=3 | 2025-03-01: Swing [2025-03-09 ] <2026-01-01
                    /news/2026/week/0/ | 2025-12-28: Bebop [] 2025-12-21<2026-01-04
                    /news/2026/week/4/ | 2026-01-25: Cool [] 2026-01-18<2026-02-01
                    /mondays/2026/week/4/ | 2026-01-26: Cool [] 2026-01-19<2026-02-02
                    /iso/2026/week/1/ | 2025-12-29: Bebop [] 2025-12-22<2026-01-05
                    /news/2026/jan/31/ | 2026-01-31: Cool [] 2026-01-01<2026-11-25 03<11
                    /today/ | 2026-11-25: Modal [] 2026-01-31< 01<
                    /written/2026/11/25/ | 2026-11-25: Modal [] 2026-01-31< 01<
                    /written/2026/ | 2026-01-01: [2026-01-01 2026-11-01 ] 2025-01-01<
                    /news/2026/jan/31/3/ | Cool 3
                    /ahead/2026/dec/24/5/ | Free 5
                    """)
    void showsAPeriodAndItsNeighbours(String url, String shown) {
        assertThat(shop.page(url).replaceAll("\\s+", " ").strip()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/news/2024/",
                "/news/0/",
                "/news/10000/",
                "/news/9999/",
                "/news/99999999999/",
                "/news/2026/feb/",
                "/news/2026/13/",
                "/news/2026/0/",
                "/news/2026/nonsense/",
                "/news/2026/ja/",
                "/news/2026/jan/32/",
                "/news/2026/feb/29/",
                "/news/2026/jan/30/",
                "/news/2026/week/54/",
                "/iso/2026/week/0/",
                "/iso/2026/week/54/",
                "/month/",
                "/month/?year=2026",
                "/month/?year=-1&month=1",
                "/paged/?page=9",
                "/news/2026/dec/24/5/",
                "/news/2026/jan/30/3/",
                "/news/2026/jan/31/99/"
            })
    void answers404WhereTheCalendarOrTheRowsEnd(String url) {
        assertThat(shop.get(url).status()).isEqualTo(404);
    }

    @Test
    void saysWhichListsOfDatesThereAre() {
        assertThatThrownBy(() ->
                        ArchiveView.index(Articles.all(), Articles.published)
                                .dateListPeriod("week"))
                .isInstanceOf(PageException.class)
                .hasMessageContaining("web.E011");
    }
}
