package records.sleeve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/// Sleeves: the same for the same record, another for another, and readable.
class SleeveTest {

    @Test
    void isTheSameEachTimeItIsDrawn() {
        assertThat(svg("Djangology", "Django Reinhardt"))
                .isEqualTo(svg("Djangology", "Django Reinhardt"));
    }

    @Test
    void differsFromRecordToRecord() {
        var drawn = new HashSet<String>();
        IntStream.range(0, 500)
                .forEach(n -> drawn.add(svg("Vol. " + n, "Quintette").replaceAll(">[^<]*<", "")));

        assertThat(drawn).hasSizeGreaterThan(450);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Djangology",
                "A",
                "<script>alert('x')</script> & \"friends\"",
                "Great Performances - Barber's Adagio and Other Romantic Favorites for Strings",
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                "\u0007bell\u0000",
                "🎷🎸 🎻",
                "日本の音楽と長い長い長い題名のアルバム",
                "    "
            })
    void isWellFormedWhateverTheTitle(String title) throws Exception {
        Document drawn = parse(svg(title, title));

        assertThat(drawn.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
        assertThat(drawn.getElementsByTagName("text").getLength()).isBetween(1, 9);
    }

    @Test
    void showsTheTitleAndTheArtistInFull() throws Exception {
        Document drawn = parse(svg("Swing from Paris", "Stéphane Grappelli"));

        assertThat(drawn.getDocumentElement().getTextContent().replace(" ", ""))
                .isEqualTo("SwingfromParisStéphaneGrappelli");
    }

    @Test
    void usesNoStylesThatAStrictBrowserWouldRefuse() {
        assertThat(svg("Djangology", "Django Reinhardt"))
                .doesNotContain("style")
                .doesNotContain(" on");
    }

    @Test
    void staysSmall() {
        IntStream.range(0, 200)
                .forEach(
                        n -> assertThat(svg("Vol. " + n, "Quintette").length()).isLessThan(10_000));
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void canBeReadByWeakEyes(Palette palette) {
        double paper = light(palette.paper());
        double ink = light(palette.ink());
        double contrast = (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05);

        assertThat(contrast).isGreaterThan(7);
    }

    private static String svg(String title, String artist) {
        return Sleeve.of(title, artist).toHtml().toString();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    /// How light a colour is, as WCAG counts it.
    private static double light(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double light = 0;
        for (int part = 0; part < 3; part++) {
            double value =
                    Integer.parseInt(colour.substring(1 + 2 * part, 3 + 2 * part), 16) / 255.0;
            light +=
                    weights[part]
                            * (value <= 0.04045
                                    ? value / 12.92
                                    : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return light;
    }
}
