package dev.quintet.oidc;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.ArrayList;
import java.util.List;

/// What a site says about signing in with accounts elsewhere.
public final class OidcSettings implements SettingsProvider {

    /// Who vouches for visitors.
    public static final Setting<List<Provider>> PROVIDERS =
            Setting.<List<Provider>>of(
                            "OIDC_PROVIDERS",
                            List.class,
                            OidcSettings::providers,
                            List.of(),
                            "Who vouches for visitors: NAME=https://ID:SECRET@HOST, separated by"
                                    + " commas; google, github or any other name.")
                    .asSecret();

    /// Whether visitors whom nobody knows get an account.
    public static final Setting<Boolean> CREATE_USERS =
            Setting.truth(
                    "OIDC_CREATE_USERS",
                    true,
                    "Makes an account for who comes from a provider for the first time.");

    /// Whether a verified address opens an account of that address.
    public static final Setting<Boolean> LINK_BY_EMAIL =
            Setting.truth(
                    "OIDC_LINK_BY_EMAIL",
                    false,
                    "Lets who comes with an address that the provider has verified into the account"
                            + " of that address: every provider is believed as the own mail is.");

    /// For {@link java.util.ServiceLoader}.
    public OidcSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(PROVIDERS, CREATE_USERS, LINK_BY_EMAIL);
    }

    private static List<Provider> providers(String text) {
        var all = new ArrayList<Provider>();
        for (String one : text.split(",", -1)) {
            if (!one.isBlank()) {
                all.add(Provider.parse(one.strip()));
            }
        }
        return List.copyOf(all);
    }
}
