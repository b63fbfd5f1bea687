package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.auth.AbstractUser;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.PasswordInput;
import dev.quintet.kernel.validate.ValidationError;
import java.util.Objects;

/// The rules of a new password that is typed twice.
final class PasswordPair {

    private PasswordPair() {}

    static CharField field(CharSequence label) {
        return new CharField()
                .label(label)
                .widget(new PasswordInput().attr("autocomplete", "new-password"));
    }

    static CharSequence first() {
        return gettextLazy("Password");
    }

    static CharSequence again() {
        return gettextLazy("Password again");
    }

    /// Says what is wrong with the two, beside the second.
    static void check(Form form, CharField first, CharField second, AbstractUser user) {
        String password = first.value();
        if (password == null || second.value() == null) {
            return;
        }
        if (!Objects.equals(password, second.value())) {
            form.addError(
                    second.name(),
                    ValidationError.of(
                            "The two password fields didn’t match.", "password_mismatch"));
            return;
        }
        UserAdmin.wrong(password, user).forEach(error -> form.addError(second.name(), error));
    }
}
