package dev.quintet.auth.pages;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.FieldState;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the pages ask of the site's user model.
final class UserFields {

    private UserFields() {}

    static FieldState username() {
        ModelMapping<? extends AbstractBaseUser> model = Accounts.current().model();
        return model.columns().get(model.number(Accounts.current().usernameField()));
    }

    /// {@return the field of the address for mail, or `null` where the model has none}
    static @Nullable FieldState email() {
        ModelMapping<? extends AbstractBaseUser> model = Accounts.current().model();
        FieldState name = username();
        if (isEmail(name)) {
            return name;
        }
        int number = model.number("email");
        return number < 0 ? null : model.columns().get(number);
    }

    static boolean isEmail(FieldState field) {
        return field.type().name().equals("EmailField");
    }

    static String usernameLabel() {
        String name = username().shownName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /// {@return the users who get mail at an address: those in use, with a password to forget}
    static List<AbstractBaseUser> ofEmail(String address) {
        FieldState field = email();
        var found = new ArrayList<AbstractBaseUser>();
        if (field == null || address.isEmpty()) {
            return found;
        }
        QuerySet<? extends AbstractBaseUser> all = Accounts.current().all();
        for (AbstractBaseUser each : all.filter(field.name() + "__iexact", address).limit(10)) {
            String kept = each.emailAddress();
            // What a database calls alike may be another person's mailbox.
            if (kept != null && folded(kept).equals(folded(address)) && each.active()) {
                found.add(each);
            }
        }
        return found;
    }

    private static String folded(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
