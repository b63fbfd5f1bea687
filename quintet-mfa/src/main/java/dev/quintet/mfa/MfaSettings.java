package dev.quintet.mfa;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;

/// What a site says about its second step.
public final class MfaSettings implements SettingsProvider {

    /// What authenticator apps and browsers call the site.
    public static final Setting<String> ISSUER =
            text(
                    "MFA_ISSUER",
                    "What authenticator apps and browsers call this site; empty for its host.");

    /// The domain that passkeys belong to.
    public static final Setting<String> RP_ID =
            text(
                    "PASSKEY_RP_ID",
                    "Domain that passkeys belong to, that of the site or one above it; empty for"
                            + " the host that is asked.");

    /// For {@link java.util.ServiceLoader}.
    public MfaSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(ISSUER, RP_ID);
    }

    private static Setting<String> text(String name, String doc) {
        return Setting.of(name, String.class, text -> text, "", doc);
    }
}
