package dev.quintet.http;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// A range of addresses: `10.0.0.0/8`, `::1`, or `*` for any.
///
/// @param text as it was written
/// @param address the first address, or `null` for any
/// @param bits how many leading bits must be the same
public record Network(String text, @Nullable InetAddress address, int bits) {

    /// {@return the range that a setting names}
    ///
    /// @throws IllegalArgumentException when it is no address with an optional length
    public static Network parse(String text) {
        if (text.equals("*")) {
            return new Network(text, null, 0);
        }
        int slash = text.indexOf('/');
        InetAddress address = numeric(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no network: an address such as 10.0.0.0/8 was expected");
        }
        int most = address.getAddress().length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("'" + text + "' has more bits than an address");
        }
        return new Network(text, address, bits);
    }

    /// {@return whether a numeric address lies in this range}
    public boolean contains(String numeric) {
        if (address == null) {
            return true;
        }
        InetAddress other = numeric(numeric);
        if (other == null) {
            return false;
        }
        byte[] a = address.getAddress();
        byte[] b = other.getAddress();
        if (a.length != b.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((a[bit / 8] ^ b[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    /// {@return the address, or `null` where `text` is a name or nonsense: never asks a name
    /// server}
    static @Nullable InetAddress numeric(String text) {
        String bare =
                text.startsWith("[") && text.endsWith("]")
                        ? text.substring(1, text.length() - 1)
                        : text;
        try {
            return bare.matches("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
                    ? InetAddress.ofLiteral(bare)
                    : null;
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }
}
