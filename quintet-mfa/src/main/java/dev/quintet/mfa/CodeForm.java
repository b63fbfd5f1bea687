package dev.quintet.mfa;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.AuthSignals;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.http.Request;
import dev.quintet.kernel.validate.ValidationError;

/// A code of somebody, of their app or for recovery; used up when it is right, counted when it is
/// wrong.
final class CodeForm extends Form {

    private static final String WRONG =
            gettextNoop(
                    "This code is not right. Each code is good once: wait for the next one, or look"
                            + " whether the clock of your device is right.");

    /// The code, as it was typed.
    public final CharField code =
            charField()
                    .maxLength(40)
                    .label(gettextLazy("Code"))
                    .widget(
                            new TextInput()
                                    .attr("autofocus", true)
                                    .attr("autocomplete", "one-time-code")
                                    .attr("autocapitalize", "none")
                                    .attr("spellcheck", "false"));

    private final Request request;
    private final AbstractBaseUser user;

    CodeForm(Request request, AbstractBaseUser user) {
        this.request = request;
        this.user = user;
    }

    @Override
    protected void clean() {
        String typed = code.value();
        if (typed == null) {
            return;
        }
        boolean right =
                Accounts.current()
                        .throttle()
                        .attemptCode(request, user, () -> Factors.take(user, typed), one -> one);
        if (!right) {
            AuthSignals.LOGIN_FAILED.sendRobust(
                    new AuthSignals.LoginFailed(user.username(), request));
            code.addError(ValidationError.of(WRONG, "wrong_code"));
        }
    }
}
