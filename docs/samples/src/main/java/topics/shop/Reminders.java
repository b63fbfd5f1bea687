package topics.shop;

import dev.quintet.kernel.context.Context;
import dev.quintet.mail.EmailMessage;
import java.time.LocalDate;

/// Reminds members of books that wait for them.
public final class Reminders {

    private Reminders() {}

    /// Writes to a member on the day before the book is collected.
    public static boolean remind(Member member, LocalDate collected) {
        LocalDate today = LocalDate.now(Context.current().clock());
        if (!collected.equals(today.plusDays(1))) {
            return false;
        }
        EmailMessage.of("Tomorrow", "Your book waits for you.").to(member.email).send();
        return true;
    }
}
