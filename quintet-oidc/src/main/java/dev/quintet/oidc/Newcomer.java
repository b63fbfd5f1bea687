package dev.quintet.oidc;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.Secrets;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody whom a provider vouches for and nobody here knows yet.
///
/// An address counts only where the provider has verified it: else anybody could write somebody
/// else's into an account of their own there, and walk into theirs here.
final class Newcomer {

    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}@.+_-]");
    private static final int LONGEST_NAME = 100;
    private static final int TRIES = 20;

    private final Claims claims;

    Newcomer(Claims claims) {
        this.claims = claims;
    }

    private String email() {
        return claims.verified() ? AbstractBaseUser.normalizeEmail(claims.email()) : "";
    }

    /// {@return the users who have the address that was verified}
    List<AbstractBaseUser> namesakes() {
        String email = email();
        Accounts accounts = Accounts.current();
        ModelMapping<? extends AbstractBaseUser> model = accounts.model();
        String field = namedByEmail(accounts, model) ? accounts.usernameField() : "email";
        var found = new ArrayList<AbstractBaseUser>();
        if (email.isEmpty() || model.number(field) < 0) {
            return found;
        }
        QuerySet<? extends AbstractBaseUser> all = accounts.all();
        for (AbstractBaseUser each : all.filter(field + "__iexact", email).limit(10)) {
            String kept = each.emailAddress();
            String theirs = kept == null ? each.username() : kept;
            // What a database calls alike may be another person's mailbox.
            if (theirs.toLowerCase(Locale.ROOT).equals(email.toLowerCase(Locale.ROOT))) {
                found.add(each);
            }
        }
        return found;
    }

    /// {@return the one account of the address, where the site lets addresses open accounts}
    @Nullable AbstractBaseUser byEmail() {
        if (!Context.current().settings().get(OidcSettings.LINK_BY_EMAIL)) {
            return null;
        }
        List<AbstractBaseUser> found = namesakes();
        return found.size() == 1 && found.getFirst().active() ? found.getFirst() : null;
    }

    /// {@return a new account with what the provider says, which no password opens, connected;
    /// `null` where users sign in by an address and none was verified}
    @Nullable AbstractBaseUser create() {
        Accounts accounts = Accounts.current();
        ModelMapping<? extends AbstractBaseUser> model = accounts.model();
        boolean byEmail = namedByEmail(accounts, model);
        if (byEmail && email().isEmpty()) {
            return null;
        }
        return Transaction.atomic(() -> {
            String name = byEmail ? email() : freeName(accounts);
            AbstractBaseUser user =
                    Accounts.create(model.type(), name, null, blank -> fill(blank, byEmail));
            Identity.connect(user, claims);
            return user;
        });
    }

    private void fill(AbstractBaseUser user, boolean byEmail) {
        if (!byEmail) {
            write(user, Mappings.of(user.getClass()));
        }
    }

    private <U extends AbstractBaseUser> void write(
            AbstractBaseUser user, ModelMapping<U> mapping) {
        if (mapping.number("email") >= 0 && !email().isEmpty()) {
            mapping.write(mapping.type().cast(user), "email", email());
        }
    }

    private static boolean namedByEmail(
            Accounts accounts, ModelMapping<? extends AbstractBaseUser> model) {
        return model.columns()
                .get(model.number(accounts.usernameField()))
                .type()
                .name()
                .equals("EmailField");
    }

    /// The name that the provider tells, or the front of the address, with a number where somebody
    /// has it: a name that is taken is never a way into its account.
    private String freeName(Accounts accounts) {
        String wish = claims.name().isEmpty() ? email() : claims.name();
        int at = wish.indexOf('@');
        String stem = UNFIT.matcher(at > 0 ? wish.substring(0, at) : wish).replaceAll("");
        if (stem.length() > LONGEST_NAME) {
            stem = stem.substring(0, LONGEST_NAME);
        }
        String name = stem.isEmpty() ? "user" : stem;
        if (accounts.byUsername(name) == null) {
            return name;
        }
        for (int i = 2; i < TRIES; i++) {
            if (accounts.byUsername(name + i) == null) {
                return name + i;
            }
        }
        return name + "-" + Secrets.random(8).toLowerCase(Locale.ROOT);
    }
}
