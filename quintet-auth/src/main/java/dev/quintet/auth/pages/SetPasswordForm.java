package dev.quintet.auth.pages;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;

/// A new password for a user who has proved to be one otherwise. Django: `SetPasswordForm`.
public final class SetPasswordForm extends Form {

    /// The password.
    public final CharField newPassword1 = NewPassword.first(charField());

    /// The same again.
    public final CharField newPassword2 = NewPassword.second(charField());

    private final AbstractBaseUser user;

    /// A form for a user's password.
    public SetPasswordForm(AbstractBaseUser user) {
        this.user = user;
    }

    @Override
    protected void clean() {
        NewPassword.check(newPassword1, newPassword2, user);
    }

    /// Sets the password, and saves the user.
    public void save() {
        user.setPassword(NewPassword.value(this, newPassword1.value()));
        user.save();
    }
}
