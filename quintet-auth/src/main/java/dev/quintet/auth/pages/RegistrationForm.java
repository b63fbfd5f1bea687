package dev.quintet.auth.pages;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.TextInput;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.InvalidException;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A name and a password for somebody whose address was proved to be theirs. Django:
/// `UserCreationForm`.
public final class RegistrationForm extends Form {

    private final String email;
    private final @Nullable CharField username;

    /// The password.
    public final CharField newPassword1;

    /// The same again.
    public final CharField newPassword2;

    /// A form for the owner of an address; it asks for a name where users have one besides.
    public RegistrationForm(String email) {
        this.email = email;
        FieldState name = UserFields.username();
        this.username =
                UserFields.isEmail(name)
                        ? null
                        : field(
                                "username",
                                new CharField()
                                        .maxLength(longest(name))
                                        .label(UserFields.usernameLabel())
                                        .helpText(name.helpText())
                                        .widget(
                                                new TextInput()
                                                        .attr("autofocus", true)
                                                        .attr("autocapitalize", "none")
                                                        .attr("autocomplete", "username")));
        this.newPassword1 = NewPassword.first(charField());
        this.newPassword2 = NewPassword.second(charField());
    }

    private static int longest(FieldState name) {
        return name.type().sql() instanceof SqlType.VarChar(int length) ? length : 254;
    }

    @Override
    protected void clean() {
        AbstractBaseUser draft = draft();
        CharField field = username;
        String typed = field == null ? null : field.value();
        if (field != null && typed != null) {
            try {
                draft.fullCleanExcept(Set.of("password", "email"));
            } catch (InvalidException refused) {
                refused
                        .errors()
                        .getOrDefault(Accounts.current().usernameField(), List.of())
                        .stream()
                        .filter(error -> !error.code().equals("unique"))
                        .forEach(field::addError);
            }
            if (field.errors().isEmpty() && Accounts.current().byUsername(typed) != null) {
                field.addError(
                        ValidationError.of("A user with that username already exists.", "unique"));
            }
        }
        NewPassword.check(newPassword1, newPassword2, draft);
    }

    private AbstractBaseUser draft() {
        return filled(Accounts.current().model());
    }

    private <U extends AbstractBaseUser> U filled(ModelMapping<U> model) {
        U draft = model.blank();
        CharField field = username;
        String name = field == null ? email : field.value();
        model.write(draft, Accounts.current().usernameField(), name == null ? "" : name);
        FieldState address = UserFields.email();
        if (address != null) {
            model.write(draft, address.name(), email);
        }
        return draft;
    }

    /// {@return the new user, saved}
    public AbstractBaseUser save() {
        return saved(Accounts.current().model());
    }

    private <U extends AbstractBaseUser> U saved(ModelMapping<U> model) {
        CharField field = username;
        String name = field == null ? email : NewPassword.value(this, field.value());
        FieldState address = UserFields.email();
        return Accounts.create(
                model.type(),
                name,
                NewPassword.value(this, newPassword1.value()),
                user -> {
                    if (address != null) {
                        model.write(user, address.name(), email);
                    }
                });
    }
}
