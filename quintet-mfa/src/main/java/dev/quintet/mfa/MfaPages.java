package dev.quintet.mfa;

import static dev.quintet.auth.Guards.loginNotRequired;
import static dev.quintet.http.Routes.path;

import dev.quintet.http.Routes;

/// The pages of the second step, ready to be included beside those of accounts:
///
/// ```java
/// include("accounts/", AccountPages.routes()),
/// include("accounts/", MfaPages.routes())
/// ```
///
/// The page `security` is where users set up authenticator apps and passkeys. Templates lie in
/// `quintet/mfa/`; a site overrides them by its own of the same names.
public final class MfaPages {

    private MfaPages() {}

    /// {@return all pages}
    public static Routes routes() {
        return Routes.of(
                path("second-step/", SecondStepPage::show)
                        .name("second_step")
                        .with(loginNotRequired()),
                path("second-step/options/", SecondStepPage::options)
                        .name("second_step_options")
                        .with(loginNotRequired()),
                path("passkey/", PasskeySignIn::signIn)
                        .name("passkey_login")
                        .with(loginNotRequired()),
                path("passkey/options/", PasskeySignIn::options)
                        .name("passkey_login_options")
                        .with(loginNotRequired()),
                path("security/", SecurityPages::index).name("security").loginRequired(),
                path("security/confirm/", SecurityPages::confirm)
                        .name("security_confirm")
                        .loginRequired(),
                path("security/recovery-codes/", SecurityPages::recoveryCodes)
                        .name("recovery_codes")
                        .loginRequired(),
                path("security/authenticator/", AuthenticatorPages::add)
                        .name("authenticator_add")
                        .loginRequired(),
                path("security/authenticator/<int:id>/", AuthenticatorPages::change)
                        .name("authenticator_change")
                        .loginRequired(),
                path("security/passkey/", PasskeyPages::add).name("passkey_add").loginRequired(),
                path("security/passkey/options/", PasskeyPages::options)
                        .name("passkey_add_options")
                        .loginRequired(),
                path("security/passkey/<int:id>/", PasskeyPages::change)
                        .name("passkey_change")
                        .loginRequired());
    }
}
