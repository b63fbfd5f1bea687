package dev.quintet.auth.pages;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.http.Request;
import dev.quintet.kernel.validate.ValidationError;

/// The password, once more, of a user who wants all other browsers signed out.
public final class LogoutEverywhereForm extends Form {

    /// The password.
    public final CharField password = OwnPassword.field(charField(), gettextLazy("Password"));

    private final Request request;
    private final AbstractBaseUser user;

    /// A form for the sessions of a user.
    public LogoutEverywhereForm(Request request, AbstractBaseUser user) {
        this.request = request;
        this.user = user;
    }

    @Override
    protected void clean() {
        String typed = password.value();
        if (typed == null) {
            return;
        }
        if (!OwnPassword.isRight(request, user, typed)) {
            password.addError(
                    ValidationError.of(
                            "Your password was entered incorrectly. Please enter it again.",
                            "password_incorrect"));
        }
    }

    /// Ends the user's other sessions.
    public void save() {
        Auth.logoutElsewhere(request, user, NewPassword.value(this, password.value()));
    }
}
