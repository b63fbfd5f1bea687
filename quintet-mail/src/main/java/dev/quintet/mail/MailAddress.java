package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody who writes or is written to: `Ada Lovelace <ada@example.com>`.
///
/// A domain in any script is kept in its ASCII form. What stands before the `@` is ASCII: few
/// servers take anything else.
///
/// @param name what people read, or `null` where there is none
/// @param address `ada@example.com`
public record MailAddress(@Nullable String name, String address) {

    /// A domain that is as it is to be. The tables of other scripts take a while to load, and each
    /// site has an address among its settings.
    private static final Pattern ASCII_DOMAIN =
            Pattern.compile(
                    "(?i)[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?(?:\\.[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?)*");

    /// Refuses what is no address.
    ///
    /// @throws BadHeaderException when a part holds a line break or a control character, or the
    ///   address is none
    public MailAddress {
        name = name == null || name.isBlank() ? null : HeaderText.line("A name", name.strip());
        address = checked(HeaderText.line("An address", address.strip()));
    }

    /// {@return the address in a text such as `ada@example.com` or `Ada <ada@example.com>`}
    ///
    /// @throws BadHeaderException when there is none, or more follows it
    public static MailAddress parse(String text) {
        String whole = HeaderText.line("An address", text).strip();
        if (!whole.endsWith(">")) {
            return new MailAddress(null, whole);
        }
        int open = whole.lastIndexOf('<');
        if (open < 0) {
            throw none(whole);
        }
        String name = whole.substring(0, open).strip();
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return new MailAddress(
                quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name,
                whole.substring(open + 1, whole.length() - 1));
    }

    /// {@return the addresses of a list with commas between them; those within quotes and within
    /// `<...>` part nothing}
    public static List<MailAddress> parseList(String text) {
        var all = new ArrayList<MailAddress>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && (!quoted || i == text.length())) {
                String one = text.substring(from, i).strip();
                from = i + 1;
                if (!one.isEmpty()) {
                    all.add(parse(one));
                }
            }
        }
        return List.copyOf(all);
    }

    /// {@return what follows the `@`}
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /// {@return the address as a header has it: a name of any script in encoded words}
    public String encoded() {
        return name == null ? address : HeaderText.phrase(name) + " <" + address + ">";
    }

    /// {@return the address as people read it}
    @Override
    public String toString() {
        return name == null ? address : name + " <" + address + ">";
    }

    private static String checked(String address) {
        int sign = address.lastIndexOf('@');
        if (sign < 1 || sign == address.length() - 1) {
            throw none(address);
        }
        String user = address.substring(0, sign);
        boolean quoted = user.length() > 2 && user.startsWith("\"") && user.endsWith("\"");
        if (!quoted && !user.chars().allMatch(MailAddress::isPlain)) {
            throw none(address);
        }
        if (quoted && !user.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw none(address);
        }
        return user + "@" + domain(address, address.substring(sign + 1));
    }

    private static String domain(String address, String domain) {
        if (ASCII_DOMAIN.matcher(domain).matches() || domain.matches("\\[[0-9A-Za-z:.]+]")) {
            return domain;
        }
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException _) {
            throw none(address);
        }
        if (ascii.isEmpty() || ascii.startsWith(".") || ascii.contains("..")) {
            throw none(address);
        }
        return ascii;
    }

    /// What may stand before the sign without quotes: more than RFC 5322 has, since servers that
    /// exist take dots anywhere.
    private static boolean isPlain(int c) {
        return c > ' ' && c < 127 && "()<>[]:;@\\,\"".indexOf(c) < 0;
    }

    private static BadHeaderException none(String text) {
        return new BadHeaderException(
                Problem.of("mail.E002", "'" + text + "' is no e-mail address.")
                        .because(
                                "One of ASCII letters before the @ and a domain after it was expected.")
                        .fixedBy("Write ada@example.com or Ada Lovelace <ada@example.com>."));
    }
}
