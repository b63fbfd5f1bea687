package dev.quintet.auth.password;

import java.util.Map;

/// One way to hash passwords, and the text that keeps the result: algorithm, parameters, salt and
/// hash, parted by `$`. Immutable, safe for many threads. Django: `BasePasswordHasher`.
public interface Hasher {

    /// {@return the word that its texts begin with}
    String algorithm();

    /// {@return a new random salt of at least 128 bits, in the form that `encode` takes}
    String newSalt();

    /// {@return the text to keep}
    ///
    /// @throws IllegalArgumentException when the salt is empty or does not fit
    String encode(String password, String salt);

    /// {@return whether a text of this algorithm was made from `password`; compared in constant
    /// time}
    ///
    /// @throws MalformedPasswordException when the text cannot be read
    boolean verify(String password, String encoded);

    /// {@return the parts of a text, under Django's names; numbers as {@link Integer}}
    ///
    /// @throws MalformedPasswordException when the text cannot be read
    Map<String, Object> decode(String encoded);

    /// {@return whether a text was made with other parameters than this hasher's, or too short a
    /// salt: the next right password is to be hashed anew}
    ///
    /// @throws MalformedPasswordException when the text cannot be read
    boolean mustUpdate(String encoded);

    /// {@return the parts of a text as an administrator may see them: hash and salt mostly masked}
    ///
    /// @throws MalformedPasswordException when the text cannot be read
    Map<String, String> safeSummary(String encoded);

    /// Spends the time that this hasher takes longer than `encoded` took, so that a wrong password
    /// takes as long for an old text as for a new one. Does nothing where parameters do not tell.
    default void harden(String password, String encoded) {}
}
