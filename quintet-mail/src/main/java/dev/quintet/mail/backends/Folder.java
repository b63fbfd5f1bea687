package dev.quintet.mail.backends;

import dev.quintet.kernel.error.Problem;
import dev.quintet.mail.DeliveryException;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.MailConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// Writes each message into a file of its own, `.eml`, which mail programs open.
final class Folder implements MailConnection {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void send(EmailMessage message) {
        String time = TIME.format(LocalDateTime.now(ZoneOffset.UTC));
        String name = time + "-" + UUID.randomUUID().toString().substring(0, 8) + ".eml";
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), message.bytes());
        } catch (IOException failed) {
            throw new DeliveryException(
                    Problem.of("mail.E007", "The folder '" + folder + "' takes no messages.")
                            .because(failed.getClass().getSimpleName() + ".")
                            .fixedBy("Name a folder that the site may write to."),
                    failed);
        }
    }

    @Override
    public void close() {}
}
