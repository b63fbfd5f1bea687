package dev.quintet.mfa;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.http.Request;
import dev.quintet.kernel.validate.ValidationError;
import java.util.Map;

/// A name for a new app, and a code that shows that it was set up right.
final class NewAuthenticatorForm extends Form {

    private static final String WRONG =
            gettextNoop(
                    "This code is not right. Type the one that the app shows now; if it stays wrong,"
                            + " look whether the clock of your device is right.");

    /// The code that the app shows.
    public final CharField code =
            charField()
                    .maxLength(20)
                    .label(gettextLazy("Code that the app shows"))
                    .widget(
                            new TextInput()
                                    .attr("inputmode", "numeric")
                                    .attr("autocomplete", "one-time-code"));

    /// What its user calls it.
    public final CharField name = NameForm.field(charField());

    private final Request request;
    private final AbstractBaseUser user;
    private final byte[] secret;
    private long step = -1;

    NewAuthenticatorForm(Request request, AbstractBaseUser user, byte[] secret) {
        this.request = request;
        this.user = user;
        this.secret = secret;
        initial(Map.of("name", gettext("Authenticator app")));
    }

    @Override
    protected void clean() {
        String typed = code.value();
        if (typed == null) {
            return;
        }
        step =
                Accounts.current()
                        .throttle()
                        .attemptCode(
                                request,
                                user,
                                () ->
                                        Totp.find(
                                                secret,
                                                typed.replaceAll("\\s", ""),
                                                Factors.now(),
                                                -1),
                                found -> found >= 0);
        if (step < 0) {
            code.addError(ValidationError.of(WRONG, "wrong_code"));
        }
    }

    /// {@return the app, saved}
    Authenticator save() {
        String called = name.value();
        return Factors.add(user, called == null ? "" : called, secret, step);
    }
}
