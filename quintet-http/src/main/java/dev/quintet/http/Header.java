package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One header field, checked once: a name that is a token, and a value that cannot end its line.
///
/// Immutable and safe for many threads. Keep the ones that never change in constants: the engine
/// then encodes them once and writes their bytes as they are.
public final class Header {

    private final String name;
    private final String lowerName;
    private final String value;
    private volatile @Nullable Object encoded;

    private Header(String name, String lowerName, String value) {
        this.name = name;
        this.lowerName = lowerName;
        this.value = value;
    }

    /// {@return a header field}
    ///
    /// @throws UnsafeHeaderException when the name is no token of RFC 9110, or the value has a
    ///   control character other than a tab, or a character above U+00FF
    public static Header of(String name, String value) {
        if (name.isEmpty()) {
            throw unsafe("A header needs a name.", null);
        }
        boolean lower = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isToken(c)) {
                throw unsafe("The header name '" + visible(name) + "' is not allowed.", null);
            }
            lower &= c < 'A' || c > 'Z';
        }
        checkValue(name, value);
        return new Header(name, lower ? name : name.toLowerCase(Locale.ROOT), value);
    }

    private static void checkValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                throw unsafe(
                        "The value of header " + name + " has a character that is not allowed.",
                        "'" + visible(value) + "' has U+%04X at %d.".formatted((int) c, i));
            }
        }
    }

    /// {@return the field of this name with another value: its name is not looked at again}
    ///
    /// @throws UnsafeHeaderException as {@link #of} does for a value
    public Header withValue(String value) {
        checkValue(name, value);
        return new Header(name, lowerName, value);
    }

    /// {@return the name, as it was given}
    public String name() {
        return name;
    }

    /// {@return the name in lower case}
    public String lowerName() {
        return lowerName;
    }

    /// {@return the value}
    public String value() {
        return value;
    }

    /// {@return whether this is the field `name`, in any case}
    public boolean named(String name) {
        return this.name.equalsIgnoreCase(name);
    }

    /// {@return what an engine left here by {@link #encoded(Object)}, or `null`}
    public @Nullable Object encoded() {
        return encoded;
    }

    /// Keeps an engine's own form of this field, so that it is made once.
    public void encoded(Object form) {
        this.encoded = form;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Header that
                && lowerName.equals(that.lowerName)
                && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lowerName, value);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }

    static boolean isToken(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static String visible(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static UnsafeHeaderException unsafe(String problem, @Nullable String cause) {
        return new UnsafeHeaderException(
                Problem.of("http.E010", problem)
                        .because(cause)
                        .fixedBy("Never put a visitor's words into a header as they are."));
    }
}
