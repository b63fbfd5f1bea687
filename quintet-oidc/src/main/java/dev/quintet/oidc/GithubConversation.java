package dev.quintet.oidc;

import java.util.List;
import java.util.Map;

/// GitHub's OAuth 2: the code becomes a token, by which it is asked once for the account and its
/// addresses; the token is forgotten then. Safe for many threads.
final class GithubConversation implements Conversation {

    private static final String PUBLIC = "https://github.com";

    private final Provider provider;
    private final Remote remote;

    GithubConversation(Provider provider, Remote remote) {
        this.provider = provider;
        this.remote = remote;
    }

    private String base() {
        return provider.issuer().replaceFirst("/$", "");
    }

    private String api() {
        return base().equals(PUBLIC) ? "https://api.github.com" : base() + "/api/v3";
    }

    @Override
    public String authorizationUrl(Map<String, String> asked) throws Refused {
        return OidcConversation.withQuery(base() + "/login/oauth/authorize", asked);
    }

    @Override
    public Claims claims(String code, String redirectUri, String verifier, String nonce)
            throws Refused {
        Map<?, ?> answer =
                remote.post(
                        base() + "/login/oauth/access_token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                redirectUri,
                                "code_verifier",
                                verifier,
                                "client_id",
                                provider.clientId(),
                                "client_secret",
                                provider.clientSecret()),
                        Map.of());
        if (!(answer.get("access_token") instanceof String token)) {
            throw new Refused("the provider sent no token");
        }
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
        Map<?, ?> account = Remote.map(remote.get(api() + "/user", headers));
        // The number stays when the account gets another name, which others may take then.
        if (!(account.get("id") instanceof Number id)) {
            throw new Refused("the provider told no account");
        }
        String email = email(remote.get(api() + "/user/emails", headers));
        return new Claims(
                provider.issuer(),
                String.valueOf(id.longValue()),
                email,
                !email.isEmpty(),
                OidcConversation.text(account.get("login")));
    }

    /// The first address, where GitHub has verified it.
    private static String email(Object answer) {
        if (answer instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> one
                        && Boolean.TRUE.equals(one.get("primary"))
                        && Boolean.TRUE.equals(one.get("verified"))) {
                    return OidcConversation.text(one.get("email"));
                }
            }
        }
        return "";
    }
}
