/// A second step of signing in: codes of authenticator apps, recovery codes, and passkeys.
module dev.quintet.mfa {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.auth;
    requires com.webauthn4j.core;
    requires io.nayuki.qrcodegen;

    exports dev.quintet.mfa;

    // Routes read the signatures of views, and picocli fills in the annotated fields of commands.
    opens dev.quintet.mfa to
            dev.quintet.http,
            info.picocli;

    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.mfa.MfaSettings;
}
