package dev.quintet.kernel.signing;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;
import java.util.Locale;

/// The settings of signing, beside `SECRET_KEY` and `SECRET_KEY_FALLBACKS`.
public final class SigningSettings implements SettingsProvider {

    /// What is done about cookies that a Django up to 6.0 signed.
    public static final Setting<CookieSigner.Legacy> SIGNED_COOKIE_LEGACY =
            Setting.of(
                    "SIGNED_COOKIE_LEGACY",
                    CookieSigner.Legacy.class,
                    SigningSettings::legacy,
                    CookieSigner.Legacy.REFUSE,
                    "Cookies signed by a Django up to 6.0: refuse, accept, or write them as well.");

    /// For {@link java.util.ServiceLoader}.
    public SigningSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(SIGNED_COOKIE_LEGACY);
    }

    private static CookieSigner.Legacy legacy(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "refuse" -> CookieSigner.Legacy.REFUSE;
            case "accept" -> CookieSigner.Legacy.ACCEPT;
            case "write" -> CookieSigner.Legacy.WRITE;
            default -> throw new IllegalArgumentException("refuse, accept or write was expected");
        };
    }
}
