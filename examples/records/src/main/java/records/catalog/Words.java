package records.catalog;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// What a visitor typed into a search field, as words; the first few of them, so that nobody makes
/// the database compare a novel.
///
/// @param list the words
record Words(List<String> list) implements Iterable<String> {

    private static final int MOST_LETTERS = 100;
    private static final int MOST_WORDS = 8;

    static Words of(String typed) {
        String text = typed.length() > MOST_LETTERS ? typed.substring(0, MOST_LETTERS) : typed;
        return new Words(
                Arrays.stream(text.split("[\\s\\p{Cntrl}]+"))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList());
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    @Override
    public Iterator<String> iterator() {
        return list.iterator();
    }

    /// {@return the words as the search field shows them again}
    @Override
    public String toString() {
        return String.join(" ", list);
    }
}
