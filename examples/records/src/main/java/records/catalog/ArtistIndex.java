package records.catalog;

import static dev.quintet.orm.Expressions.count;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// All artists, from A to Z.
///
/// The order is Java's and not the database's: each database sorts `Émile` its own way, and a page
/// should look the same over all of them.
final class ArtistIndex {

    private static final String OTHERS = "#";

    /// An artist as the index has it.
    record Entry(long id, String name, long albums) {}

    /// A letter with its artists.
    record Letter(String letter, List<Entry> artists) {}

    private ArtistIndex() {}

    static Response page(Request request) {
        List<Entry> artists =
                Artists.filter(count(Artists.albums).gt(0))
                        .select(Entry::new, Artists.id, Artists.name, count(Artists.albums))
                        .list();
        List<Letter> letters = letters(artists);
        return render(
                request,
                "catalog/artists.html",
                Map.of(
                        "letters",
                        letters,
                        "last",
                        letters.isEmpty() ? "" : letters.getLast(),
                        "count",
                        artists.size()));
    }

    static List<Letter> letters(List<Entry> artists) {
        var byLetter = new TreeMap<String, List<Entry>>();
        artists.stream()
                .sorted(Comparator.comparing(Entry::name, Collator.getInstance(Locale.ENGLISH)))
                .forEach(artist ->
                        byLetter.computeIfAbsent(letter(artist.name()), _ -> new ArrayList<>())
                                .add(artist));
        return byLetter.entrySet().stream()
                .map(each -> new Letter(each.getKey(), each.getValue()))
                .toList();
    }

    /// `É` goes with `E`, and what begins with no letter of A to Z with the others.
    private static String letter(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        char first = plain.isEmpty() ? '#' : plain.charAt(0);
        return first >= 'A' && first <= 'Z' ? String.valueOf(first) : OTHERS;
    }
}
