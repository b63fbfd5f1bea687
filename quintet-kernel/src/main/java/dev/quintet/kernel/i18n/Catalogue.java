package dev.quintet.kernel.i18n;

import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The translations of a site into one language, read from gettext's `.po` or `.mo` files.
///
/// Immutable, safe for many threads. Fuzzy and missing translations are kept, for the tools, but
/// never used.
public final class Catalogue {

    private final Map<String, Message> messages;
    private final Map<String, String> headers;
    private final PluralRule plurals;
    private final Leftovers leftovers;

    /// What only the file is for.
    ///
    /// @param notes comments above the header
    /// @param obsolete translations of texts that are gone, in case they come back
    record Leftovers(List<String> notes, List<Message> obsolete) {

        static final Leftovers NONE = new Leftovers(List.of(), List.of());
    }

    Catalogue(Map<String, Message> messages, Map<String, String> headers, Leftovers leftovers) {
        this.messages = messages;
        this.leftovers = leftovers;
        this.headers = Collections.unmodifiableMap(headers);
        String rule = headers.get("Plural-Forms");
        this.plurals =
                rule == null || rule.isBlank() ? PluralRule.GERMANIC : PluralRule.parse(rule);
    }

    /// {@return a catalogue of nothing}
    public static Catalogue empty() {
        return new Catalogue(Map.of(), Map.of(), Leftovers.NONE);
    }

    /// {@return these messages; the first of a context and text wins}
    public static Catalogue of(Map<String, String> headers, Collection<Message> messages) {
        var byKey = new LinkedHashMap<String, Message>();
        messages.forEach(message -> byKey.putIfAbsent(message.key(), message));
        return new Catalogue(byKey, new LinkedHashMap<>(headers), Leftovers.NONE);
    }

    Catalogue with(Leftovers other) {
        return new Catalogue(messages, headers, other);
    }

    Leftovers leftovers() {
        return leftovers;
    }

    /// {@return the catalogue of a file, `.mo` or `.po` by its name}
    ///
    /// @throws CatalogueException when it cannot be read, with the line at fault
    public static Catalogue read(Path file) {
        try {
            return file.toString().endsWith(".mo")
                    ? MoFile.read(Files.readAllBytes(file), file.toString())
                    : PoFile.read(PoFile.decoded(Files.readAllBytes(file)), file.toString());
        } catch (IOException broken) {
            throw new CatalogueException(
                    Problem.of("kernel.E071", "Cannot read the catalogue " + file + ".")
                            .because(broken + "."));
        }
    }

    /// {@return the catalogue in the text of a `.po` file}
    ///
    /// @param name of the file, for messages
    /// @throws CatalogueException when it is malformed
    public static Catalogue parsePo(String text, String name) {
        return PoFile.read(text, name);
    }

    /// {@return the catalogue in the bytes of a `.mo` file}
    ///
    /// @param name of the file, for messages
    /// @throws CatalogueException when it is malformed
    public static Catalogue parseMo(byte[] bytes, String name) {
        return MoFile.read(bytes, name);
    }

    /// {@return this catalogue as the text of a `.po` file}
    public String toPo() {
        return PoText.of(this);
    }

    /// {@return the translations that may be used, as the bytes of a `.mo` file}
    public byte[] toMo() {
        return MoFile.write(this);
    }

    /// {@return the translation of a text, or `null` when there is none}
    ///
    /// @param context what tells equal texts apart, or `null`
    public @Nullable String find(@Nullable String context, String id) {
        Message message = messages.get(Message.key(context, id));
        if (message == null || message.fuzzy() || message.translations().isEmpty()) {
            return null;
        }
        String first = message.translations().getFirst();
        return first.isEmpty() ? null : first;
    }

    /// {@return the translation of a text in the form for `number`, or `null` when there is none}
    public @Nullable String find(@Nullable String context, String id, long number) {
        Message message = messages.get(Message.key(context, id));
        if (message == null || message.fuzzy() || message.plural() == null) {
            return null;
        }
        int form = plurals.index(number);
        if (form >= message.translations().size()) {
            return null;
        }
        String text = message.translations().get(form);
        return text.isEmpty() ? null : text;
    }

    /// {@return translations of texts that are gone from the sources, kept in case they come back}
    public List<Message> obsolete() {
        return leftovers.obsolete();
    }

    /// {@return this catalogue, its fuzzy translations taken for good}
    Catalogue trusting() {
        var all = new LinkedHashMap<String, Message>();
        messages.forEach((key, message) -> all.put(key, message.trusted()));
        return new Catalogue(all, headers, leftovers);
    }

    /// {@return all messages, in the order of the file}
    public List<Message> messages() {
        return List.copyOf(messages.values());
    }

    /// {@return the lines of the header, such as `Language`}
    public Map<String, String> headers() {
        return headers;
    }

    /// {@return its plural rule}
    public PluralRule plurals() {
        return plurals;
    }

    /// {@return this catalogue with those messages of `below` that it lacks}
    ///
    /// A message whose plural forms would be counted differently is left out.
    public Catalogue over(Catalogue below) {
        var all = new LinkedHashMap<>(messages);
        boolean same = messages.isEmpty() || plurals.forms() == below.plurals.forms();
        below.messages.forEach((key, message) -> {
            if (same || message.plural() == null) {
                all.merge(key, message, (mine, theirs) -> mine.translated() ? mine : theirs);
            }
        });
        return new Catalogue(all, messages.isEmpty() ? below.headers : headers, Leftovers.NONE);
    }
}
