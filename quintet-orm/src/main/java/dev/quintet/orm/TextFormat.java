package dev.quintet.orm;

/// What a text must be.
public enum TextFormat {
    /// Anything.
    PLAIN,
    /// An e-mail address. Django: `EmailField`.
    EMAIL,
    /// An address of the web. Django: `URLField`.
    URL,
    /// An address of the internet protocol, kept in its shortest spelling. Django:
    /// `GenericIPAddressField`.
    IP_ADDRESS,
    /// The same, and an IPv4 address in the clothes of IPv6 is kept as IPv4.
    IP_ADDRESS_UNPACKED,
    /// An address of IPv4.
    IPV4,
    /// An address of IPv6.
    IPV6
}
