package dev.quintet.auth.password;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.signing.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hashes and checks passwords: the first hasher makes new texts, all of them check old ones.
/// Immutable, safe for many threads. Django: `make_password`, `check_password`, `identify_hasher`.
///
/// Hashes run only as many at once as there are cores; see {@link HashingBusyException}.
public final class Passwords {

    private static final System.Logger LOG = Loggers.of(Passwords.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,30}");
    private static final String UNUSABLE = "!";
    private static final int UNUSABLE_LENGTH = 40;

    private final Hasher preferred;
    private final Map<String, Hasher> hashers;
    private final boolean upgrades;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private Passwords(Hasher preferred, Map<String, Hasher> hashers, boolean upgrades) {
        this.preferred = preferred;
        this.hashers = hashers;
        this.upgrades = upgrades;
    }

    /// {@return Django's own list, with PBKDF2-SHA256 for new passwords; argon2, bcrypt and scrypt
    /// are known where Bouncy Castle is on the path}
    public static Passwords standard() {
        var hashers = new ArrayList<Hasher>();
        hashers.add(Pbkdf2Hasher.sha256(Pbkdf2Hasher.ROUNDS));
        hashers.add(Pbkdf2Hasher.sha1(Pbkdf2Hasher.ROUNDS));
        if (hasBouncyCastle()) {
            hashers.add(Argon2Hasher.standard());
            hashers.add(BcryptHasher.sha256(12));
            hashers.add(BcryptHasher.plain(12));
            hashers.add(ScryptHasher.standard());
        }
        hashers.add(new Md5Hasher());
        return of(hashers);
    }

    /// {@return these hashers, the first of which makes new texts}
    ///
    /// @throws IllegalArgumentException when there is none, or MD5 is the first
    public static Passwords of(List<? extends Hasher> hashers) {
        if (hashers.isEmpty() || hashers.getFirst() instanceof Md5Hasher) {
            throw new IllegalArgumentException(
                    "New passwords need a hasher, and MD5 is none for them; see forTests().");
        }
        return known(hashers);
    }

    /// {@return the standard hashers, with another one for new passwords}
    ///
    /// @throws IllegalArgumentException when that is MD5
    public static Passwords preferring(Hasher first) {
        var hashers = new ArrayList<Hasher>();
        hashers.add(first);
        hashers.addAll(standard().hashers.values());
        return of(hashers);
    }

    /// {@return these hashers, which hash nothing anew that can be checked as it is: where another
    /// program reads the same texts and may not know this site's}
    public Passwords withoutUpgrade() {
        return new Passwords(preferred, hashers, false);
    }

    /// {@return hashers whose new texts are MD5, made in no time: for tests that sign in a lot}
    public static Passwords forTests() {
        var hashers = new ArrayList<Hasher>();
        hashers.add(new Md5Hasher());
        hashers.addAll(standard().hashers.values());
        return known(hashers);
    }

    private static Passwords known(List<? extends Hasher> hashers) {
        var byName = new LinkedHashMap<String, Hasher>();
        for (Hasher hasher : hashers) {
            byName.putIfAbsent(hasher.algorithm(), hasher);
        }
        return new Passwords(hashers.getFirst(), byName, true);
    }

    /// Whether a password was right, and what is to be kept from now on.
    ///
    /// @param correct whether it was
    /// @param renewed the text to keep in place of the old one, or `null` when that is fine; never
    ///   given for a wrong password
    public record Verdict(boolean correct, @Nullable String renewed) {}

    /// {@return the text to keep for a password; for `null`, one that no password matches}
    ///
    /// @throws HashingBusyException when too many wait already
    public String make(@Nullable String password) {
        if (password == null) {
            return UNUSABLE + Secrets.random(UNUSABLE_LENGTH);
        }
        return HashingGate.SHARED.pass(() -> preferred.encode(password, preferred.newSalt()));
    }

    /// {@return whether a text can match any password: not one that was made for `null`}
    public static boolean usable(@Nullable String encoded) {
        return encoded == null || !encoded.startsWith(UNUSABLE);
    }

    /// {@return whether `password` is right}
    ///
    /// @throws MalformedPasswordException when the text begins like one and cannot be read
    /// @throws HashingBusyException when too many wait already
    public boolean check(@Nullable String password, @Nullable String encoded) {
        return verify(password, encoded).correct();
    }

    /// Checks a password, and hashes it anew where it is right and its text is not what this site
    /// makes today. Takes as long for accounts without a password as for others.
    ///
    /// @param encoded the text that is kept; `null` for an account that does not exist
    /// @throws MalformedPasswordException when the text begins like one and cannot be read
    /// @throws HashingBusyException when too many wait already
    public Verdict verify(@Nullable String password, @Nullable String encoded) {
        Hasher hasher = encoded == null ? null : hashers.get(algorithm(encoded));
        if (password == null || encoded == null || hasher == null || !usable(encoded)) {
            if (encoded != null && hasher == null && usable(encoded)) {
                tell(algorithm(encoded));
            }
            waste(password == null ? "" : password);
            return new Verdict(false, null);
        }
        return HashingGate.SHARED.pass(() -> verify(password, encoded, hasher));
    }

    /// Tells an operator, once for each hasher, why right passwords are refused: their owners are
    /// told nothing but that they are wrong.
    private void tell(String algorithm) {
        String name = NAME.matcher(algorithm).matches() ? algorithm : "a hasher without a name";
        if (told.add(name)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Passwords hashed by {0} cannot be checked, so that their users cannot sign"
                            + " in.{1}",
                    name,
                    hasBouncyCastle()
                            ? ""
                            : " Add org.bouncycastle:bcprov-jdk18on for argon2, bcrypt and"
                                    + " scrypt.");
        }
    }

    private Verdict verify(String password, String encoded, Hasher hasher) {
        boolean same = hasher.algorithm().equals(preferred.algorithm());
        if (!hasher.verify(password, encoded)) {
            if (upgrades && same && readable(encoded) && preferred.mustUpdate(encoded)) {
                preferred.harden(password, encoded);
            }
            return new Verdict(false, null);
        }
        if (!upgrades || (same && !preferred.mustUpdate(encoded))) {
            return new Verdict(true, null);
        }
        return new Verdict(true, preferred.encode(password, preferred.newSalt()));
    }

    private boolean readable(String encoded) {
        try {
            preferred.decode(encoded);
            return true;
        } catch (MalformedPasswordException _) {
            return false;
        }
    }

    /// Takes the time of one check and throws the result away: for a sign-in with an unknown name,
    /// which must not be told by its speed.
    ///
    /// @throws HashingBusyException when too many wait already
    public void waste(String password) {
        HashingGate.SHARED.pass(() -> preferred.encode(password, preferred.newSalt()));
    }

    /// {@return the hasher that made a text}
    ///
    /// @throws UnknownHasherException when there is none
    public Hasher identify(String encoded) {
        return hasher(algorithm(encoded));
    }

    /// {@return the hasher of this name}
    ///
    /// @throws UnknownHasherException when there is none
    public Hasher hasher(String algorithm) {
        Hasher hasher = hashers.get(algorithm);
        if (hasher == null) {
            boolean castle = hasBouncyCastle();
            String near = Nearest.question(algorithm, hashers.keySet());
            throw new UnknownHasherException(
                    Problem.of("auth.E002", "No hasher is called '" + algorithm + "'.")
                            .because("Known are: " + String.join(", ", hashers.keySet()) + ".")
                            .fixedBy(
                                    castle || near != null
                                            ? near
                                            : "Add org.bouncycastle:bcprov-jdk18on for argon2,"
                                                    + " bcrypt and scrypt."));
        }
        return hasher;
    }

    private static String algorithm(String encoded) {
        boolean bare = encoded.length() == 32 && encoded.indexOf('$') < 0;
        if (bare || (encoded.length() == 37 && encoded.startsWith("md5$$"))) {
            return "unsalted_md5";
        }
        if (encoded.length() == 46 && encoded.startsWith("sha1$$")) {
            return "unsalted_sha1";
        }
        int dollar = encoded.indexOf('$');
        return dollar < 0 ? encoded : encoded.substring(0, dollar);
    }

    private static boolean hasBouncyCastle() {
        try {
            Class.forName("org.bouncycastle.crypto.generators.SCrypt");
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
