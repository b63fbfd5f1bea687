package records.sleeve;

import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.text.SafeString;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// The sleeve of a record: a picture as SVG, 300 by 300.
///
/// The title and the artist are all that it is made of. They seed the chance that picks colours and
/// pattern, so the same record has the same sleeve on every page and on every machine, and no
/// picture is stored anywhere. Templates show it as any other value: `{{ album.sleeve }}`.
///
/// @param title of the record
/// @param artist who made it
public record Sleeve(String title, String artist) implements HtmlValue {

    static final int SIZE = 300;

    private static final int MARGIN = 18;
    private static final int TITLE_HEIGHT = 76;
    private static final String SANS = "Jost, Futura, Century Gothic, Avenir, sans-serif";
    private static final String SERIF = "Bodoni Moda, Didot, Bodoni MT, Georgia, serif";

    /// {@return the sleeve of a record}
    public static Sleeve of(String title, String artist) {
        return new Sleeve(title, artist);
    }

    /// {@return the picture inside of a page; the page says beside it what record it is, so that a
    /// screen reader need not read it twice}
    @Override
    public SafeString toHtml() {
        return new SafeString(svg("class='sleeve' aria-hidden='true' focusable='false'"));
    }

    /// {@return the picture as a file of its own, in UTF-8}
    public byte[] file() {
        return svg("width='600' height='600'").getBytes(StandardCharsets.UTF_8);
    }

    private String svg(String attributes) {
        var chance = new SplittableRandom(hash(title + '\n' + artist));
        Palette inks = pick(Palette.values(), chance);
        Pattern pattern = pick(Pattern.values(), chance);
        boolean onTop = chance.nextInt(3) == 0;
        String font = chance.nextBoolean() ? SANS : SERIF;

        Lettering title = Lettering.fit(this.title, SIZE - 2 * MARGIN, TITLE_HEIGHT, 34, 15);
        Lettering artist = Lettering.fit(this.artist, SIZE - 2 * MARGIN, 18, 15, 11);
        double panel = title.height() + artist.height() + 2 * MARGIN;
        double top = onTop ? 0 : SIZE - panel;

        var picture = new Drawing();
        pattern.draw(picture, inks, chance, SIZE - panel);
        var sleeve = new Drawing().rectangle(0, 0, SIZE, SIZE, inks.paper());
        sleeve.window(onTop ? panel : 0, SIZE, SIZE - panel, picture);
        double y = letter(sleeve, title, top + MARGIN - 4, font, inks);
        letter(sleeve, artist, y + 8, SANS, inks);
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 300' "
                + attributes
                + ">"
                + sleeve
                + "</svg>";
    }

    private static double letter(
            Drawing on, Lettering lettering, double top, String font, Palette inks) {
        double y = top;
        for (String line : lettering.lines()) {
            on.text(
                    MARGIN,
                    y + lettering.size() * 0.86,
                    lettering.size(),
                    font,
                    lettering.size() > 15 ? "600" : "400",
                    inks.ink(),
                    line);
            y += lettering.leading();
        }
        return y;
    }

    private static <T> T pick(T[] all, SplittableRandom chance) {
        return all[chance.nextInt(all.length)];
    }

    /// FNV-1a, which is the same everywhere; that of `String.hashCode` is too, but it has 32 bits
    /// and neighbours for neighbours.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
