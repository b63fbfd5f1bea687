package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quintet.test.Client;
import dev.quintet.test.LiveServer;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `sqlmap` makes of all that an address of the admin can ask for.
@Tag("full")
@SiteTest(LampShop.class)
class AdminSqlmapTest {

    @TempDir private Path folder;

    private final Client client = new Client();

    private static void need(String program) {
        boolean there =
                List.of(System.getenv("PATH").split(":", -1)).stream()
                        .anyMatch(each -> Path.of(each, program).toFile().canExecute());
        assumeTrue(there, program + " is missing: scripts/services --tools installs it");
    }

    private String attack(String url, String parameters) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                "sqlmap",
                                "-u",
                                url,
                                "-p",
                                parameters,
                                "--cookie=sessionid=" + client.cookie("sessionid"),
                                "--batch",
                                "--level=2",
                                "--risk=2",
                                "--ignore-redirects",
                                "--ignore-code=*",
                                "--flush-session",
                                "--disable-coloring",
                                "--output-dir=" + folder)
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/admin/lamps/lamp/?q=a | q",
                "/admin/lamps/lamp/?kind__exact=TABLE&dimmable__exact=0 | kind__exact,dimmable__exact",
                "/admin/lamps/lamp/?maker__id__exact=1 | maker__id__exact",
                "/admin/lamps/lamp/?made__year=1924&made__month=5 | made__year,made__month",
                "/admin/lamps/lamp/?o=1.-3&p=1 | o,p",
                "/depot/lamps/room/?after=1 | after",
                "/depot/lamps/room/?before=1 | before",
                "/admin/search/?q=a | q",
                "/admin/autocomplete/?app_label=lamps&model_name=lamp&field_name=maker&term=a |"
                        + " app_label,model_name,field_name,term",
                "/works/lamps/maker/1/change/?note_set-2-page=1 | note_set-2-page",
            })
    void findsNoWayIntoTheDatabase(String path, String parameters, LiveServer server)
            throws Exception {
        need("sqlmap");
        Accounts.superuser(client);
        Lamp lamp =
                AdminRows.lamp(
                        "Wagenfeld",
                        AdminRows.maker("Bauhaus"),
                        "9.00",
                        Kind.TABLE,
                        LocalDate.of(1924, 5, 1));
        AdminRows.bulb(lamp, "E27");
        AdminRows.room("Kitchen");

        String said = attack(server.url() + path, parameters);

        assertThat(said)
                .contains("all tested parameters do not appear to be injectable")
                .doesNotContain("is vulnerable");
    }
}
