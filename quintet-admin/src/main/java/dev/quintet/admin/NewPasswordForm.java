package dev.quintet.admin;

import dev.quintet.auth.AbstractUser;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;

/// A new password for somebody else's account.
final class NewPasswordForm extends Form {

    final CharField password1 = field("password1", PasswordPair.field(PasswordPair.first()));
    final CharField password2 = field("password2", PasswordPair.field(PasswordPair.again()));
    private final AbstractUser user;

    NewPasswordForm(AbstractUser user) {
        this.user = user;
    }

    String password() {
        return password1.orThrow();
    }

    @Override
    protected void clean() {
        PasswordPair.check(this, password1, password2, user);
    }
}
