package dev.quintet.auth.pages;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.forms.CharField;
import dev.quintet.forms.widget.PasswordInput;
import dev.quintet.http.Request;

/// The password that a user has, asked once more: for forms of your own.
public final class OwnPassword {

    private OwnPassword() {}

    /// {@return the field, as browsers fill it in}
    public static CharField field(CharField plain, CharSequence label) {
        return plain.label(label)
                .strip(false)
                .widget(
                        new PasswordInput()
                                .attr("autocomplete", "current-password")
                                .attr("autofocus", true));
    }

    /// {@return whether it is the user's; whoever guesses is slowed down as at sign-in}
    public static boolean isRight(Request request, AbstractBaseUser user, String typed) {
        return Accounts.current()
                .throttle()
                .attempt(request, user.username(), () -> user.checkPassword(typed), known -> known);
    }
}
