package topics.shop;

import java.util.List;

/// What a catalogue says of a book besides: kept as one JSON document.
public record Details(int pages, String binding, List<String> languages) {}
