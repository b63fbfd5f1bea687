package dev.quintet.oidc;

/// What a provider says of somebody, once it was found to be true that it says so.
///
/// @param issuer the provider
/// @param subject what it calls the account
/// @param email its address of mail; empty where it tells none
/// @param verified whether the provider has looked whether the address is theirs
/// @param name by what they would like to sign in; empty where it tells none
record Claims(String issuer, String subject, String email, boolean verified, String name) {

    private static final int LONGEST = 254;

    /// {@return the account's name as people know it}
    String label() {
        String best = email.isEmpty() ? name : email;
        return best.length() > LONGEST ? best.substring(0, LONGEST) : best;
    }
}
