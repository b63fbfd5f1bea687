package dev.quintet.oidc;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/// Who vouches for visitors of a site: a server that speaks OpenID Connect, or GitHub. Immutable;
/// never prints its secret.
///
/// ```java
/// Provider.google(env("GOOGLE_ID"), env("GOOGLE_SECRET"))
/// Provider.of("work", "Hot Club", "https://login.example.com", id, secret)
/// ```
///
/// @param name stands in addresses: small letters, digits and hyphens
/// @param label what the button calls it
/// @param issuer the address that it is known by, `https`; plain `http` on this machine only
/// @param clientId as whom it knows the site
/// @param clientSecret what proves that
/// @param scopes what it is asked to tell, with spaces between
/// @param kind how it is spoken with
public record Provider(
        String name,
        String label,
        String issuer,
        String clientId,
        String clientSecret,
        String scopes,
        Kind kind) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,50}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// How a provider is spoken with.
    public enum Kind {
        /// OpenID Connect: it signs what it says.
        OIDC,
        /// GitHub's OAuth 2, which knows no signed answers: it is asked for the account instead.
        GITHUB
    }

    /// Refuses what would be unsafe, or no address.
    public Provider {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a provider: small letters, digits and hyphens.");
        }
        if (clientId.isEmpty()) {
            throw new IllegalArgumentException("Provider '" + name + "' has no client id.");
        }
        refuseUnsafe(issuer);
    }

    /// {@return a provider that speaks OpenID Connect}
    public static Provider of(
            String name, String label, String issuer, String clientId, String clientSecret) {
        return new Provider(
                name, label, issuer, clientId, clientSecret, "openid email profile", Kind.OIDC);
    }

    /// {@return Google}
    public static Provider google(String clientId, String clientSecret) {
        return of("google", "Google", "https://accounts.google.com", clientId, clientSecret);
    }

    /// {@return GitHub}
    public static Provider github(String clientId, String clientSecret) {
        return github("https://github.com", clientId, clientSecret);
    }

    /// {@return a GitHub of one's own}
    public static Provider github(String address, String clientId, String clientSecret) {
        return new Provider(
                "github",
                "GitHub",
                address,
                clientId,
                clientSecret,
                "read:user user:email",
                Kind.GITHUB);
    }

    /// {@return the provider that a text describes: `NAME=https://ID:SECRET@HOST/PATH`, where the
    /// name `github` stands for GitHub's way of speaking}
    ///
    /// @throws IllegalArgumentException when it describes none; says nothing of the secret
    static Provider parse(String text) {
        int equals = text.indexOf('=');
        URI url = equals < 0 ? null : uri(text.substring(equals + 1).strip());
        String account = url == null ? null : url.getRawUserInfo();
        if (url == null || account == null || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "providers were expected, such as google=https://ID:SECRET@accounts.google.com");
        }
        int colon = account.indexOf(':');
        String id = decoded(colon < 0 ? account : account.substring(0, colon));
        String secret = colon < 0 ? "" : decoded(account.substring(colon + 1));
        String issuer =
                url.getScheme()
                        + "://"
                        + url.getHost()
                        + (url.getPort() < 0 ? "" : ":" + url.getPort())
                        + url.getRawPath();
        String name = text.substring(0, equals).strip();
        return switch (name) {
            case "github" -> github(issuer, id, secret);
            case "google" ->
                    new Provider(
                            name, "Google", issuer, id, secret, "openid email profile", Kind.OIDC);
            default ->
                    of(
                            name,
                            name.isEmpty()
                                    ? name
                                    : Character.toUpperCase(name.charAt(0)) + name.substring(1),
                            issuer,
                            id,
                            secret);
        };
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException secretInIt) {
            throw new IllegalArgumentException("the address of a provider cannot be read");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// {@return the address, where secrets may be sent there}
    static URI refuseUnsafe(String address) {
        URI url = URI.create(address);
        boolean here = "http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost());
        if (url.getHost() == null || !("https".equals(url.getScheme()) || here)) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address of a provider: https is needed.");
        }
        return url;
    }

    @Override
    public String toString() {
        return "Provider[" + name + ", " + issuer + ", " + clientId + ", ****]";
    }
}
