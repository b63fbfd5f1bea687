package dev.quintet.kernel.validate;

import dev.quintet.kernel.text.scan.Ipv6Text;
import org.jspecify.annotations.Nullable;

/// IP addresses as text. No name server is ever asked.
public final class IpAddresses {

    private IpAddresses() {}

    /// {@return whether `text` is a dotted IPv4 address without leading zeros}
    public static boolean validV4(String text) {
        return Ipv6Text.parseV4(text) >= 0;
    }

    /// {@return whether `text` is an IPv6 address, with or without a zone}
    public static boolean validV6(String text) {
        return groups(text) != null;
    }

    /// {@return whether `text` is an address of either kind}
    public static boolean valid(String text) {
        return validV4(text) || validV6(text);
    }

    /// {@return an IPv6 address in its shortest spelling, without its zone, or `null` when it is
    /// none}
    ///
    /// @param unpackV4 whether an IPv4 address in the clothes of IPv6 (`::ffff:10.0.0.1`) comes out
    ///   as `10.0.0.1`
    public static @Nullable String cleanV6(String text, boolean unpackV4) {
        int[] groups = groups(text);
        if (groups == null) {
            return null;
        }
        boolean mapped = groups[5] == 0xFFFF;
        for (int i = 0; i < 5; i++) {
            mapped &= groups[i] == 0;
        }
        if (!mapped) {
            return Ipv6Text.print(groups);
        }
        String v4 = Ipv6Text.printV4(groups);
        return unpackV4 ? v4 : "::ffff:" + v4;
    }

    private static int @Nullable [] groups(String text) {
        int zone = text.indexOf('%');
        if (zone == text.length() - 1 || (zone >= 0 && text.indexOf('%', zone + 1) >= 0)) {
            return null;
        }
        return Ipv6Text.parse(zone < 0 ? text : text.substring(0, zone));
    }
}
