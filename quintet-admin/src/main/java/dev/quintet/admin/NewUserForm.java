package dev.quintet.admin;

import dev.quintet.auth.AbstractUser;
import dev.quintet.auth.pages.NewPassword;
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
        get("username").field().widget().attr("autocomplete", "off");
        password1 = NewPassword.first(field("password1", new CharField()));
        password2 = NewPassword.second(field("password2", new CharField()));
    }

    @Override
    protected void clean() {
        NewPassword.check(password1, password2, instance());
        String password = password1.value();
        if (password != null && errors().isEmpty()) {
            instance().setPassword(password);
        }
    }
}
