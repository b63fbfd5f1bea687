package dev.quintet.mail.backends;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.mail.MailBackend;
import dev.quintet.mail.MailConnection;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A mail server, as a URL describes it.
///
/// @param host name or address of the server
/// @param user who logs in, or `null` where nobody does
/// @param password of the user, or `null`
/// @param encryption when what goes over the wire is encrypted
/// @param timeout of connecting, and of each wait for the server
/// @param ca file of certificates (PEM) of authorities to trust instead of the machine's, or `null`
/// @param hello the name that this machine gives itself, or `null` for that of the machine
record SmtpBackend(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Encryption encryption,
        Duration timeout,
        @Nullable String ca,
        @Nullable String hello)
        implements MailBackend {

    private static final int SMTP = 25;
    private static final int SMTPS = 465;
    private static final Set<String> OPTIONS = Set.of("ca", "from", "hello", "timeout", "tls");
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    /// When the connection is encrypted.
    enum Encryption {
        /// From its first byte.
        ALWAYS,
        /// By STARTTLS, and nothing is sent where the server has none.
        REQUIRED,
        /// By STARTTLS where the server has it.
        OFFERED,
        /// Not at all.
        NEVER
    }

    static SmtpBackend of(ServiceUrl url) {
        var unknown = new TreeSet<>(url.options().keySet());
        unknown.removeAll(OPTIONS);
        String host = url.host();
        if (host == null || host.isEmpty() || url.hosts().size() > 1) {
            throw new IllegalArgumentException("One host was expected, such as smtp://localhost.");
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "It has the option '"
                            + unknown.first()
                            + "', and there are: "
                            + String.join(", ", new TreeSet<>(OPTIONS))
                            + ".");
        }
        boolean always = url.scheme().equals("smtps");
        return new SmtpBackend(
                host,
                url.port(always ? SMTPS : SMTP),
                url.user(),
                url.password(),
                always ? Encryption.ALWAYS : encryption(url, host),
                seconds(url.option("timeout", "10")),
                url.options().get("ca"),
                url.options().get("hello"));
    }

    /// A password does not leave this machine in the clear unless somebody says so.
    private static Encryption encryption(ServiceUrl url, String host) {
        boolean far = !OWN_MACHINE.contains(host);
        String usual = url.password() != null && far ? "required" : "offered";
        String told = url.option("tls", usual);
        return switch (told.toLowerCase(Locale.ROOT)) {
            case "required" -> Encryption.REQUIRED;
            case "offered" -> Encryption.OFFERED;
            case "never" -> Encryption.NEVER;
            default ->
                    throw new IllegalArgumentException(
                            "Its tls is '" + told + "', not one of required, offered, never.");
        };
    }

    private static Duration seconds(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "Its timeout is '" + text + "', not a number of seconds from 1 to 9999.");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    @Override
    public MailConnection open() {
        return Smtp.connect(this);
    }

    @Override
    public boolean remote() {
        return true;
    }

    /// {@return what Angus Mail is told. All names begin so whatever the scheme is}
    ///
    /// @param protocol `smtp` or `smtps`
    Properties properties(String protocol) {
        String prefix = "mail." + protocol + ".";
        String millis = String.valueOf(timeout.toMillis());
        var told = new Properties();
        told.setProperty(prefix + "connectiontimeout", millis);
        told.setProperty(prefix + "timeout", millis);
        told.setProperty(prefix + "writetimeout", millis);
        told.setProperty(prefix + "auth", String.valueOf(user != null));
        told.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean starts = encryption == Encryption.REQUIRED || encryption == Encryption.OFFERED;
        told.setProperty(prefix + "starttls.enable", String.valueOf(starts));
        told.setProperty(
                prefix + "starttls.required", String.valueOf(encryption == Encryption.REQUIRED));
        // The connection is closed by QUIT, but nobody waits for the answer to that.
        told.setProperty(prefix + "quitwait", "false");
        if (hello != null) {
            told.setProperty(prefix + "localhost", hello);
        }
        return told;
    }

    /// {@return the server's address, and no secret}
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
