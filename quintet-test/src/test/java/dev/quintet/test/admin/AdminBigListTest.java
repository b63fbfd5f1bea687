package dev.quintet.test.admin;

import static dev.quintet.test.Testing.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.RanStatement;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Room;
import dev.quintet.test.lamps.Rooms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A list of a table that says of itself that it is big; ten rows a page, ordered by name.
@SiteTest(LampShop.class)
class AdminBigListTest {

    private static final String ROOMS = "/depot/lamps/room/";
    private static final Pattern NAMES = Pattern.compile("Room \\d\\d");

    private final Client client = new Client();

    @BeforeEach
    void build() {
        Accounts.superuser(client);
        List<Room> rooms =
                IntStream.range(0, 25).mapToObj(i -> room("Room %02d".formatted(i / 2))).toList();
        Rooms.all().bulkCreate(rooms);
    }

    private static Room room(String name) {
        var room = new Room();
        room.name = name;
        return room;
    }

    private static List<String> names(Page page) {
        var all = new ArrayList<String>();
        Matcher found = NAMES.matcher(page.text());
        while (found.find()) {
            all.add(found.group());
        }
        return all;
    }

    private Page follow(Page page, String label) {
        Matcher link =
                Pattern.compile("<a [^>]*href=\"([^\"]*)\"[^>]*>" + label + "</a>")
                        .matcher(page.source());
        assertThat(link.find()).as("a link '%s'", label).isTrue();
        return client.get(ROOMS + link.group(1).replace("&amp;", "&"));
    }

    @Test
    void leadsFromPageToPageAndMissesNoRowThoughNamesRepeat() {
        Page first = client.get(ROOMS);
        Page second = follow(first, "Next");
        Page third = follow(second, "Next");

        assertThat(names(first)).hasSize(10).startsWith("Room 00", "Room 00");
        assertThat(names(second)).hasSize(10);
        assertThat(names(third)).hasSize(5).endsWith("Room 12");
        var keys = new TreeSet<String>();
        for (Page page : List.of(first, second, third)) {
            keys.addAll(keys(page));
        }
        assertThat(keys).hasSize(25);
        assertThat(third.source()).doesNotContain(">Next</a>");
    }

    private static Set<String> keys(Page page) {
        var keys = new TreeSet<String>();
        Matcher found =
                Pattern.compile("name=\"_selected_action\" value=\"(\\d+)\"")
                        .matcher(page.source());
        while (found.find()) {
            keys.add(found.group(1));
        }
        return keys;
    }

    @Test
    void leadsBackTheSameWay() {
        Page first = client.get(ROOMS);
        Page second = follow(first, "Next");
        Page third = follow(second, "Next");

        assertThat(keys(follow(third, "Previous"))).isEqualTo(keys(second));
        assertThat(keys(follow(follow(third, "Previous"), "Previous"))).isEqualTo(keys(first));
        assertThat(keys(follow(third, "First"))).isEqualTo(keys(first));
    }

    @Test
    void keepsTheOrderThatWasAskedForAndTheSearch() {
        Page last = client.get(ROOMS + "?o=-1");

        assertThat(names(last)).startsWith("Room 12", "Room 11", "Room 11");
        assertThat(names(follow(last, "Next"))).startsWith("Room 07").endsWith("Room 02");
        assertThat(names(follow(client.get(ROOMS + "?q=Room+0"), "Next"))).endsWith("Room 09");
    }

    @Test
    void beginsAnewBehindARowThatIsGone() {
        assertThat(keys(client.get(ROOMS + "?after=987654"))).isEqualTo(keys(client.get(ROOMS)));
        assertThat(client.get(ROOMS + "?after=none").status()).isEqualTo(200);
    }

    @Test
    void asksAsOftenOnAnyPage() throws Exception {
        Page second = follow(client.get(ROOMS), "Next");
        int first = statementsOf(() -> client.get(ROOMS)).size();
        List<RanStatement> sent = statementsOf(() -> follow(second, "Next"));

        assertThat(sent).hasSize(first + 1);
        assertThat(sent).noneMatch(one -> one.sql().contains("OFFSET"));
    }
}
