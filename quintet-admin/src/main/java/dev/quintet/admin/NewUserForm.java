package dev.quintet.admin;

import dev.quintet.auth.AbstractUser;
import dev.quintet.forms.CharField;
import dev.quintet.forms.ModelForm;
import java.util.List;

/// A new account: its name and its password. The rest is filled in on the next page.
///
/// @param <U> the user model
final class NewUserForm<U extends AbstractUser> extends ModelForm<U> {

    final CharField password1;
    final CharField password2;

    NewUserForm(Class<U> model) {
        super(model);
        fields(List.of("username"));
        password1 = field("password1", PasswordPair.field(PasswordPair.first()));
        password2 = field("password2", PasswordPair.field(PasswordPair.again()));
    }

    @Override
    protected void clean() {
        PasswordPair.check(this, password1, password2, instance());
        String password = password1.value();
        if (password != null && errors().isEmpty()) {
            instance().setPassword(password);
        }
    }
}
