package dev.quintet.auth;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.Request;
import dev.quintet.http.TooManyRequests;
import dev.quintet.kernel.limit.Counters;
import dev.quintet.kernel.limit.Rate;
import dev.quintet.kernel.limit.RateLimiter;
import dev.quintet.kernel.limit.Verdict;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Slows down those who try passwords: by account and address, by account, and by address. What is
/// right is not counted. Counted in the site's cache where it has one, else in the database where
/// {@link dev.quintet.auth.limits.LimitsApp} is listed, else in this process. Safe for many
/// threads.
///
/// The site's pages ask it; code of its own that takes passwords does so by {@link #attempt}.
public final class LoginThrottle {

    private final RateLimiter pair;
    private final RateLimiter account;
    private final RateLimiter address;
    private final RateLimiter mail;
    private final RateLimiter second;

    private LoginThrottle(
            RateLimiter pair,
            RateLimiter account,
            RateLimiter address,
            RateLimiter mail,
            RateLimiter second) {
        this.pair = pair;
        this.account = account;
        this.address = address;
        this.mail = mail;
        this.second = second;
    }

    static LoginThrottle of(Settings settings, Counters counters) {
        return new LoginThrottle(
                limiter("login", settings, AuthSettings.LOGIN_RATE, counters),
                limiter("account", settings, AuthSettings.LOGIN_ACCOUNT_RATE, counters),
                limiter("address", settings, AuthSettings.LOGIN_ADDRESS_RATE, counters),
                limiter("mail", settings, AuthSettings.MAIL_RATE, counters),
                limiter("second", settings, AuthSettings.LOGIN_SECOND_RATE, counters));
    }

    private static RateLimiter limiter(
            String name, Settings settings, Setting<Rate> rate, Counters counters) {
        return RateLimiter.slidingWindow("auth." + name, settings.get(rate), counters);
    }

    /// {@return what `work` returns, which tries to sign somebody in; counted unless it is right}
    ///
    /// @param subject who they claim to be
    /// @param right whether what `work` returned was right
    /// @throws TooManyRequests when there were too many wrong ones: then `work` is not called
    public <T> T attempt(Request request, String subject, Supplier<T> work, Predicate<T> right) {
        String who = AbstractBaseUser.normalizeUsername(subject).toLowerCase(Locale.ROOT);
        String from = request.clientAddress();
        T result =
                tried(
                        List.of(
                                new Key(address, from),
                                new Key(account, who),
                                new Key(pair, who + " " + from)),
                        work);
        if (right.test(result)) {
            address.giveBack(from);
            account.forget(who);
            pair.forget(who + " " + from);
        }
        return result;
    }

    /// {@return what `work` returns, which tries a code of somebody whose password was right;
    /// counted unless it is right}
    ///
    /// Counted apart from passwords, which a right one clears: whoever knows the password could
    /// clear the count of their codes by signing in once more. Codes are short, so that the limit
    /// of an account is one of days.
    ///
    /// @param right whether what `work` returned was right
    /// @throws TooManyRequests when there were too many wrong ones: then `work` is not called
    public <T> T attemptCode(
            Request request, AbstractBaseUser user, Supplier<T> work, Predicate<T> right) {
        String from = request.clientAddress();
        String pairOf = "code " + user.key() + " " + from;
        T result =
                tried(
                        List.of(
                                new Key(address, from),
                                new Key(second, user.key()),
                                new Key(pair, pairOf)),
                        work);
        if (right.test(result)) {
            address.giveBack(from);
            second.forget(user.key());
            pair.forget(pairOf);
        }
        return result;
    }

    /// What failed for another reason, such as a database that is away, was no wrong password.
    private static <T> T tried(List<Key> keys, Supplier<T> work) {
        take(keys);
        try {
            return work.get();
        } catch (RuntimeException failed) {
            keys.forEach(one -> one.limiter().giveBack(one.text()));
            throw failed;
        }
    }

    private record Key(RateLimiter limiter, String text) {}

    private static void take(List<Key> keys) {
        for (int i = 0; i < keys.size(); i++) {
            Key one = keys.get(i);
            Verdict verdict = one.limiter().take(one.text());
            if (!verdict.allowed()) {
                keys.subList(0, i).forEach(before -> before.limiter().giveBack(before.text()));
                throw tooMany(verdict.retryAfter());
            }
        }
    }

    private static TooManyRequests tooMany(Duration retryAfter) {
        return new TooManyRequests(gettext("Too many attempts: try again later."), retryAfter);
    }

    /// {@return whether one more mail may go to an address on demand; asking counts}
    public boolean mayMail(String address) {
        return mail.take(address.toLowerCase(Locale.ROOT)).allowed();
    }
}
