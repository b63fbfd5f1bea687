package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.adminlog.LogEntries;
import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.lamps.Kind;
import dev.quintet.test.lamps.Lamp;
import dev.quintet.test.lamps.LampShop;
import dev.quintet.test.lamps.Lamps;
import dev.quintet.test.lamps.Maker;
import dev.quintet.test.lamps.Makers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows out of the admin as a file, and into it from one.
@SiteTest(LampShop.class)
class AdminTransferTest {

    private static final String LAMPS = "/admin/lamps/lamp/";
    private static final String IMPORT = LAMPS + "import/";

    private final Client client = new Client();
    private Maker bauhaus = new Maker();
    private Lamp wagenfeld = new Lamp();

    @BeforeEach
    void stock() {
        Accounts.superuser(client);
        bauhaus = AdminRows.maker("Bauhaus");
        wagenfeld =
                AdminRows.lamp(
                        "Wagenfeld", bauhaus, "420.00", Kind.TABLE, LocalDate.of(1924, 5, 1));
        AdminRows.lamp("=cmd|' /C calc'!A0", bauhaus, "90.00", Kind.FLOOR, null);
    }

    private byte[] export(String format) {
        Page file =
                client.postForm(LAMPS, Map.of("action", "export_" + format, "select_across", "1"));
        assertThat(file.header("Content-Disposition")).contains("lamps." + format);
        return file.bytes();
    }

    private Page send(String name, String text) {
        return send(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Page send(String name, byte[] bytes) {
        return client.to(IMPORT).file("file", name, "application/octet-stream", bytes).post();
    }

    private static String rows(Page preview) {
        Matcher found =
                Pattern.compile("name=\"rows\" value=\"([^\"]+)\"").matcher(preview.source());
        assertThat(found.find()).as("rows to be confirmed").isTrue();
        return found.group(1);
    }

    private Page confirm(Page preview) {
        return client.postForm(IMPORT, Map.of("rows", rows(preview)));
    }

    @Test
    void exportsTheFieldsOfRowsAsTheDatabaseHasThem() {
        assertThat(new String(export("csv"), StandardCharsets.UTF_8).lines())
                .contains(
                        "id,name,slug,kind,price,made,dimmable,maker",
                        wagenfeld.id + ",Wagenfeld,,TABLE,420.00,1924-05-01,false," + bauhaus.id);
    }

    @Test
    void exportsNoFormulas() {
        assertThat(new String(export("csv"), StandardCharsets.UTF_8))
                .contains("'=cmd|' /C calc'!A0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "xlsx"})
    void readsWhatItHasWrittenAndFindsNothingToChange(String format) {
        Page preview = send("lamps." + format, export(format));

        preview.assertThat().isOk().contains("All rows of the file are in the database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "xlsx"})
    void bringsBackWhatWasDeletedOrChangedMeanwhile(String format) {
        byte[] file = export(format);
        Lamps.filter(Lamps.id.eq(wagenfeld.id))
                .update(Lamps.price.set(BigDecimal.ONE), Lamps.made.setNull());

        Page preview = send("lamps." + format, file);
        preview.assertThat().isOk().contains("Price: 1.00 420", "Made: – 1924-05-01");
        assertThat(Lamps.get(Lamps.id.eq(wagenfeld.id)).made).isNull();
        confirm(preview).assertThat().hasStatus(302);

        assertThat(Lamps.get(Lamps.id.eq(wagenfeld.id)).price).isEqualByComparingTo("420");
        assertThat(Lamps.get(Lamps.id.eq(wagenfeld.id)).made).isEqualTo("1924-05-01");
        assertThat(LogEntries.all().count()).isEqualTo(1);
    }

    @Test
    void addsRowsWithoutAKey() {
        Page preview =
                send("new.csv", "name,kind,price,maker\nKandem,TABLE,90.5," + bauhaus.id + "\n");
        preview.assertThat().contains("Kandem", "new");
        confirm(preview);

        assertThat(Lamps.get(Lamps.name.eq("Kandem")).price).isEqualByComparingTo("90.5");
    }

    @Test
    void readsTenThousandRowsAndBringsThemBack() {
        String all =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "Maker " + i)
                        .reduce(
                                new StringBuilder("name\n"),
                                (text, name) -> text.append(name).append('\n'),
                                (a, _) -> a)
                        .toString();
        Page preview =
                client.to("/admin/lamps/maker/import/")
                        .file(
                                "file",
                                "makers.csv",
                                "text/csv",
                                all.getBytes(StandardCharsets.UTF_8))
                        .post();
        client.postForm("/admin/lamps/maker/import/", Map.of("rows", rows(preview)))
                .assertThat()
                .hasStatus(302);

        assertThat(Makers.all().count()).isEqualTo(10_001);
        Page file =
                client.postForm(
                        "/admin/lamps/maker/",
                        Map.of("action", "export_csv", "select_across", "1"));
        List<String> exported = new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(exported).hasSize(10_002);
        assertThat(exported)
                .anyMatch(line -> line.endsWith(",Maker 0"))
                .anyMatch(line -> line.endsWith(",Maker 9999"));
    }

    @Test
    void tellsEachLineThatIsWrongAndWritesNothing() {
        Page preview =
                send(
                        "lamps.csv",
                        "id,name,kind,price,maker\n"
                                + ",Good,TABLE,1,%s\n,,TABLE,1,%s\n,Kind,SUN,1,%s\n,Price,TABLE,much,%s\n,Maker,TABLE,1,999999\n777777,Key,TABLE,1,%s\n"
                                        .replace("%s", String.valueOf(bauhaus.id)));

        preview.assertThat()
                .contains(
                        "3 Name This field is required.",
                        "4 Kind Select a valid choice.",
                        "5 Price Enter a number.",
                        "6 Maker Select a valid choice.",
                        "7 There is no row 777777");
        assertThat(preview.source()).doesNotContain("name=\"rows\"");
        assertThat(Lamps.filter(Lamps.name.eq("Good")).exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lamps.pdf | name | is a file of no kind that can be read",
                "lamps.csv | nmae,price;x,1 | There is no field 'nmae'. Did you mean 'name'?",
                "lamps.csv | name,name;x,y | The column 'name' is there twice.",
                "lamps.csv | name,;x,y | A column has no name",
                "lamps.csv | name,price;x | Line 2 has 1 values, and the first line names 2.",
                "lamps.json | {\"name\": 1} | The file holds no list of objects.",
                "lamps.json | [1] | Row 1 is no object.",
                "lamps.json | [{ | The file is no JSON",
                "lamps.xlsx | name;x | The file is no workbook of Excel.",
                "lamps.csv | id;1 | The file has no field that you may change."
            })
    void tellsWhatIsWrongWithAFile(String name, String text, String message) {
        send(name, text.replace(';', '\n')).assertThat().isOk().contains(message);
    }

    @Test
    void refusesAFileThatIsNotInUtf8() {
        send("lamps.csv", "name,price\nKüche,1\n".getBytes(StandardCharsets.ISO_8859_1))
                .assertThat()
                .isOk()
                .contains("The file is not in UTF-8.");
    }

    @Test
    void setsNoFieldsThatTheAdminDoesNotLetPeopleSet() {
        Page preview =
                client.to("/admin/auth/user/import/")
                        .file(
                                "file",
                                "users.csv",
                                "text/csv",
                                "username,password\nbob,x\n".getBytes(StandardCharsets.UTF_8))
                        .post();

        preview.assertThat().contains("There is no field 'password'.");
    }

    @Test
    void importsNoRowsForThoseWhoMayNotAddThem() {
        var bob = new Client();
        Accounts.staff(bob, "view_lamp");
        bob.get(IMPORT).assertThat().hasStatus(403);
        bob.get(LAMPS).assertThat().isOk();
        assertThat(bob.get(LAMPS).source()).doesNotContain("import/");
    }

    @Test
    void doesNotTakeTheRowsThatSomebodyElseHasLookedAt() {
        String rows = rows(send("new.csv", "name,kind,price,maker\nK,TABLE,1," + bauhaus.id));
        var bob = new Client();
        Accounts.staff(bob, "view_lamp", "add_lamp");

        bob.postForm(IMPORT, Map.of("rows", rows))
                .assertThat()
                .contains("Too much time has passed");
        assertThat(Lamps.filter(Lamps.name.eq("K")).exists()).isFalse();
    }

    @Test
    void writesAllRowsOrNone() {
        Page preview =
                send(
                        "new.csv",
                        "name,kind,price,maker\nK,TABLE,1,%1$s\nL,TABLE,1,%1$s"
                                .formatted(bauhaus.id));
        String rows = rows(preview);
        Lamps.all().delete();
        Makers.all().delete();

        client.postForm(IMPORT, Map.of("rows", rows))
                .assertThat()
                .isOk()
                .contains("The rows have changed meanwhile");
        assertThat(List.copyOf(Lamps.all().list())).isEmpty();
    }
}
