package dev.quintet.oidc;

import java.util.Map;

/// What is said to a provider, in its own way.
interface Conversation {

    /// {@return where visitors are sent}
    ///
    /// @param asked what every provider is asked: `client_id`, `redirect_uri`, `state` and so on
    String authorizationUrl(Map<String, String> asked) throws Refused;

    /// {@return what the provider says of who came back}
    ///
    /// @param code what they brought
    /// @param redirectUri where they came back to
    /// @param verifier what `code_challenge` was made of
    /// @param nonce what an answer that is signed has to repeat
    Claims claims(String code, String redirectUri, String verifier, String nonce) throws Refused;
}
