package dev.quintet.auth.pages;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.http.Request;
import dev.quintet.kernel.validate.ValidationError;

/// The old password, and a new one. Django: `PasswordChangeForm`.
public final class PasswordChangeForm extends Form {

    /// The password until now.
    public final CharField oldPassword =
            OwnPassword.field(charField(), gettextLazy("Old password"));

    /// The new password.
    public final CharField newPassword1 = NewPassword.first(charField());

    /// The same again.
    public final CharField newPassword2 = NewPassword.second(charField());

    private final Request request;
    private final AbstractBaseUser user;

    /// A form for a user's password.
    public PasswordChangeForm(Request request, AbstractBaseUser user) {
        this.request = request;
        this.user = user;
    }

    @Override
    protected void clean() {
        String old = oldPassword.value();
        if (old == null) {
            return;
        }
        if (!OwnPassword.isRight(request, user, old)) {
            oldPassword.addError(
                    ValidationError.of(
                            "Your old password was entered incorrectly. Please enter it again.",
                            "password_incorrect"));
            return;
        }
        NewPassword.check(newPassword1, newPassword2, user);
    }

    /// Sets the password, and saves the user.
    public void save() {
        user.setPassword(NewPassword.value(this, newPassword1.value()));
        user.save();
    }
}
