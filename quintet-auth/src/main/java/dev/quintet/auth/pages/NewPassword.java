package dev.quintet.auth.pages;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.PasswordInput;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.validate.ValidationError;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The two fields of a new password, which is typed twice, and their rules: for forms of your own.
public final class NewPassword {

    private NewPassword() {}

    /// {@return the first of the two fields, with the rules of passwords as its help}
    public static CharField first(CharField field) {
        return field.label(gettextLazy("New password"))
                .strip(false)
                .helpText(help())
                .widget(new PasswordInput().attr("autocomplete", "new-password"));
    }

    /// {@return the second of the two fields}
    public static CharField second(CharField field) {
        return field.label(gettextLazy("New password confirmation"))
                .strip(false)
                .widget(new PasswordInput().attr("autocomplete", "new-password"));
    }

    private static CharSequence help() {
        return new SafeString(
                Accounts.current().rules().help().stream()
                        .map(rule -> "<li>" + Escape.html(rule) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>")));
    }

    /// Says what is wrong with the two, and with the password for a user, beside the second: to be
    /// called by the form's `clean`.
    public static void check(CharField first, CharField second, AbstractBaseUser user) {
        String typed = first.value();
        String again = second.value();
        if (typed == null || again == null) {
            return;
        }
        if (!typed.equals(again)) {
            second.addError(
                    ValidationError.of(
                            "The two password fields didn’t match.", "password_mismatch"));
            return;
        }
        for (ValidationError error : Accounts.current().validate(typed, user)) {
            second.addError(error);
        }
    }

    /// {@return the value of a field of a form that was accepted}
    static String value(Form form, @Nullable String value) {
        if (value == null) {
            throw new IllegalStateException(form.getClass().getSimpleName() + " was not accepted.");
        }
        return value;
    }
}
