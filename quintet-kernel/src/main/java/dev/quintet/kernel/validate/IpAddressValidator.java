package dev.quintet.kernel.validate;

import org.jspecify.annotations.Nullable;

/// Asks for an IP address.
///
/// @param protocol which kinds
public record IpAddressValidator(Protocol protocol) implements Validator<String> {

    /// Kinds of addresses.
    public enum Protocol {
        /// IPv4 and IPv6.
        BOTH("Enter a valid IPv4 or IPv6 address."),
        /// Only IPv4.
        IPV4("Enter a valid IPv4 address."),
        /// Only IPv6.
        IPV6("Enter a valid IPv6 address.");

        private final String message;

        Protocol(String message) {
            this.message = message;
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
        return fine ? null : ValidationError.of(protocol.message, "invalid");
    }
}
