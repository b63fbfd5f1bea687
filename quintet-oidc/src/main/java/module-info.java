/// Signing in with an account elsewhere: OpenID Connect, and GitHub.
module dev.quintet.oidc {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.auth;
    requires com.nimbusds.jose.jwt;
    requires java.net.http;

    exports dev.quintet.oidc;

    // Routes read the signatures of views.
    opens dev.quintet.oidc to
            dev.quintet.http;

    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.oidc.OidcSettings;
}
