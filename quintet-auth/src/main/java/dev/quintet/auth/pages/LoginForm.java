package dev.quintet.auth.pages;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.kernel.i18n.Gettext.gettextNoop;
import static dev.quintet.kernel.i18n.Gettext.lazy;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.auth.Credentials;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.FormErrors;
import dev.quintet.forms.widget.PasswordInput;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.http.Request;
import dev.quintet.kernel.validate.ValidationError;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who somebody is, and their password. Says the same whatever was wrong. Django:
/// `AuthenticationForm`.
public final class LoginForm extends Form {

    private static final String USUAL_REFUSAL =
            gettextNoop(
                    "Please enter a correct %(username)s and password. Note that both fields may be"
                            + " case-sensitive.");

    /// The name by which users of the site's model sign in.
    public final CharField username =
            charField()
                    .maxLength(254)
                    .label(lazy(UserFields::usernameLabel))
                    .widget(
                            new TextInput()
                                    .attr("autofocus", true)
                                    .attr("autocapitalize", "none")
                                    .attr("autocomplete", "username"));

    /// The password, as it was typed.
    public final CharField password =
            charField()
                    .label(gettextLazy("Password"))
                    .strip(false)
                    .widget(new PasswordInput().attr("autocomplete", "current-password"));

    private final Request request;
    private Predicate<AbstractBaseUser> allowed = user -> true;
    private @Nullable String refusal;
    private @Nullable AbstractBaseUser user;

    /// A form that signs nobody in by itself.
    public LoginForm(Request request) {
        this.request = request;
    }

    /// Lets nobody in but some; all others are told the same as who typed a wrong password, and
    /// count as that. Django: `confirm_login_allowed`.
    ///
    /// @param refusal what they are told, whatever was wrong
    public LoginForm only(Predicate<AbstractBaseUser> allowed, String refusal) {
        this.allowed = allowed;
        this.refusal = refusal;
        return this;
    }

    /// {@return who it is, once the form is fine. Django: `get_user`}
    public AbstractBaseUser user() {
        AbstractBaseUser known = user;
        if (known == null) {
            throw new IllegalStateException("The form was not accepted.");
        }
        return known;
    }

    @Override
    protected void clean() {
        String name = username.value();
        String typed = password.value();
        if (name == null || typed == null) {
            return;
        }
        Optional<AbstractBaseUser> found =
                Accounts.current()
                        .throttle()
                        .attempt(
                                request,
                                name,
                                () ->
                                        Auth.authenticate(
                                                        request,
                                                        new Credentials.Password(name, typed))
                                                .filter(allowed),
                                Optional::isPresent);
        user = found.orElse(null);
        if (user == null) {
            addError(
                    FormErrors.WHOLE,
                    ValidationError.of(refusal == null ? USUAL_REFUSAL : refusal, "invalid_login")
                            .with("username", UserFields.username().shownName()));
        }
    }
}
