package dev.quintet.mail.backends;

import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.MailConnection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Shows messages to who sits in front of the process, decoded, each in one piece.
final class Console implements MailConnection {

    private static final String RULE = "-".repeat(79) + "\n";

    private final PrintWriter out;

    Console() {
        String encoding = System.getProperty("stdout.encoding");
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        this(new PrintWriter(new FileOutputStream(FileDescriptor.out), false, charset));
    }

    Console(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void send(EmailMessage message) {
        message.bytes(); // what cannot be written fails here as it does in earnest
        out.print(RULE + message.readable() + RULE);
        out.flush();
    }

    /// The console stays open: others write there too.
    @Override
    public void close() {
        out.flush();
    }
}
