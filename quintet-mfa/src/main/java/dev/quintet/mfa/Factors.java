package dev.quintet.mfa;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.SaltedHmac;
import dev.quintet.kernel.signing.Secrets;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.orm.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What users have set up as their second step.
final class Factors {

    /// So many of a kind a user may have.
    static final int MOST = 20;

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 10;

    /// Letters and digits that nobody takes for one another: ten of them hold 49 bits.
    private static final String RECOVERY_ALPHABET = "abcdefghjkmnpqrstvwxyz23456789";

    private static final Pattern SPACES = Pattern.compile("[\\s-]+");
    private static final Pattern TOTP_CODE = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
    private static final String SALT = "dev.quintet.mfa.recovery";

    private Factors() {}

    static List<Authenticator> authenticators(AbstractBaseUser user) {
        return Authenticators.filter(Authenticators.userKey.eq(user.key())).list();
    }

    static List<Passkey> passkeys(AbstractBaseUser user) {
        return Passkeys.filter(Passkeys.userKey.eq(user.key())).list();
    }

    static boolean hasPasskeys(AbstractBaseUser user) {
        return Passkeys.filter(Passkeys.userKey.eq(user.key())).exists();
    }

    static boolean hasAuthenticators(AbstractBaseUser user) {
        return Authenticators.filter(Authenticators.userKey.eq(user.key())).exists();
    }

    static boolean any(AbstractBaseUser user) {
        return hasAuthenticators(user) || hasPasskeys(user);
    }

    static long recoveryCodesLeft(AbstractBaseUser user) {
        return RecoveryCodes.filter(RecoveryCodes.userKey.eq(user.key())).count();
    }

    /// {@return whether a text is a code of a user, which is used up by this}
    static boolean take(AbstractBaseUser user, String typed) {
        String code = SPACES.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
        return TOTP_CODE.matcher(code).matches() ? takeTotp(user, code) : takeRecovery(user, code);
    }

    private static boolean takeTotp(AbstractBaseUser user, String code) {
        for (Authenticator each : authenticators(user)) {
            if (takeTotp(each, code, user)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takeTotp(Authenticator one, String code, AbstractBaseUser user) {
        Sealed.Opened secret = Sealed.open(one.secret, user.key());
        if (secret == null) {
            return false;
        }
        Instant now = now();
        long step = Totp.find(secret.bytes(), code, now, one.lastStep);
        if (step < 0) {
            return false;
        }
        // Of two requests with the same code the database lets one through.
        boolean first =
                Authenticators.filter(
                                        Authenticators.id.eq(one.id),
                                        Authenticators.lastStep.lt(step))
                                .update(
                                        Authenticators.lastStep.set(step),
                                        Authenticators.lastUsed.set(now))
                        == 1;
        if (first && secret.old()) {
            Authenticators.filter(Authenticators.id.eq(one.id))
                    .update(Authenticators.secret.set(Sealed.seal(secret.bytes(), user.key())));
        }
        return first;
    }

    private static boolean takeRecovery(AbstractBaseUser user, String code) {
        if (code.length() != RECOVERY_LENGTH) {
            return false;
        }
        return RecoveryCodes.filter(
                                RecoveryCodes.userKey.eq(user.key()),
                                RecoveryCodes.digest.in(digests(user, code)))
                        .delete()
                        .total()
                > 0;
    }

    /// {@return a user's new recovery codes, as they are shown once; the old ones are gone}
    static List<String> newRecoveryCodes(AbstractBaseUser user) {
        var shown = new ArrayList<String>();
        Transaction.atomic(() -> {
            RecoveryCodes.filter(RecoveryCodes.userKey.eq(user.key())).delete();
            for (int i = 0; i < RECOVERY_CODES; i++) {
                String code = Secrets.random(RECOVERY_LENGTH, RECOVERY_ALPHABET);
                var row = new RecoveryCode();
                row.userKey = user.key();
                row.digest = digests(user, code).getFirst();
                row.save();
                int half = RECOVERY_LENGTH / 2;
                shown.add(code.substring(0, half) + "-" + code.substring(half));
            }
        });
        return List.copyOf(shown);
    }

    private static List<String> digests(AbstractBaseUser user, String code) {
        return SigningKeys.of(Context.current().settings())
                .hexDigests(SALT, user.key() + ":" + code, SaltedHmac.Algorithm.SHA256);
    }

    /// {@return a new authenticator app of a user, whose owner has just typed one of its codes}
    static Authenticator add(AbstractBaseUser user, String name, byte[] secret, long step) {
        var one = new Authenticator();
        one.userKey = user.key();
        one.name = name;
        one.secret = Sealed.seal(secret, user.key());
        one.lastStep = step;
        one.created = now();
        one.save();
        return one;
    }

    /// Takes away the recovery codes of a user who has nothing left that they recover.
    static void tidy(AbstractBaseUser user) {
        if (!any(user)) {
            RecoveryCodes.filter(RecoveryCodes.userKey.eq(user.key())).delete();
        }
    }

    /// {@return how many apps and passkeys were taken away, with the recovery codes}
    static long deleteAll(String userKey) {
        RecoveryCodes.filter(RecoveryCodes.userKey.eq(userKey)).delete();
        return Authenticators.filter(Authenticators.userKey.eq(userKey)).delete().total()
                + Passkeys.filter(Passkeys.userKey.eq(userKey)).delete().total();
    }

    static Instant now() {
        return Context.current().clock().instant();
    }
}
