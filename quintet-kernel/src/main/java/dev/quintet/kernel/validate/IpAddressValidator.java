package dev.quintet.kernel.validate;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import org.jspecify.annotations.Nullable;

/// Asks for an IP address.
///
/// @param protocol which kinds
public record IpAddressValidator(Protocol protocol) implements Validator<String> {

    /// Kinds of addresses.
    public enum Protocol {
        /// IPv4 and IPv6.
        BOTH(gettextNoop("IPv4 or IPv6")),
        /// Only IPv4.
        IPV4("IPv4"),
        /// Only IPv6.
        IPV6("IPv6");

        private final String label;

        Protocol(String label) {
            this.label = label;
        }
    }

    @Override
    public @Nullable ValidationError validate(String value) {
        boolean fine =
                switch (protocol) {
                    case BOTH -> IpAddresses.valid(value);
                    case IPV4 -> IpAddresses.validV4(value);
                    case IPV6 -> IpAddresses.validV6(value);
                };
        return fine
                ? null
                : ValidationError.of("Enter a valid %(protocol)s address.", "invalid")
                        .with("protocol", gettextLazy(protocol.label))
                        .with("value", value);
    }
}
