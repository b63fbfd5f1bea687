package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file that goes with a message. Immutable and safe for many threads.
public final class Attachment {

    private static final String BYTES = "application/octet-stream";

    private final String name;
    private final String type;
    private final @Nullable String contentId;
    private final byte[] content;

    private Attachment(String name, String type, @Nullable String contentId, byte[] content) {
        this.name = HeaderText.line("The name of an attachment", name);
        this.type = checkedType(type);
        this.contentId = contentId;
        this.content = content;
    }

    /// {@return an attachment of bytes, which are copied}
    ///
    /// @param name that the recipient sees, such as `invoice.pdf`
    /// @param type media type, such as `application/pdf`
    public static Attachment of(String name, String type, byte[] content) {
        return new Attachment(name, type, null, content.clone());
    }

    /// {@return an attachment of bytes, of the type that its name says}
    public static Attachment of(String name, byte[] content) {
        return of(name, guessed(name), content);
    }

    /// {@return an attachment of text, in UTF-8, of the type that its name says}
    public static Attachment text(String name, String text) {
        return new Attachment(name, guessed(name), null, text.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return an attachment of a file's content as it is now}
    ///
    /// @throws AttachmentException when it cannot be read
    public static Attachment of(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return new Attachment(name, guessed(name), null, Files.readAllBytes(file));
        } catch (IOException failed) {
            throw unreadable(file.toString(), failed);
        }
    }

    /// {@return an attachment of a stored file's content as it is now}
    ///
    /// @param name of the file in the storage; the recipient sees what follows its last slash
    /// @throws AttachmentException when it cannot be read
    public static Attachment of(Storage storage, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        try (InputStream content = storage.open(name)) {
            return new Attachment(last, guessed(last), null, content.readAllBytes());
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    /// {@return a message as an attachment: forwarded, with all that it has}
    public static Attachment of(EmailMessage message) {
        return new Attachment("message.eml", "message/rfc822", null, message.bytes());
    }

    /// {@return this attachment as a part of the HTML, which shows it by `<img src="cid:ID">`}
    ///
    /// @param contentId letters, digits, dots and dashes, one of its own within the message
    public Attachment inline(String contentId) {
        if (!contentId.matches("[A-Za-z0-9._+@-]+")) {
            throw HeaderText.bad(
                    "'" + contentId + "' is no content id.",
                    "It stands in a header and in an address: letters, digits and . _ + @ -.");
        }
        return new Attachment(name, type, contentId, content);
    }

    /// {@return the name that the recipient sees}
    public String name() {
        return name;
    }

    /// {@return the media type}
    public String type() {
        return type;
    }

    /// {@return the id by which the HTML shows it, or `null` where it is a file of its own}
    public @Nullable String contentId() {
        return contentId;
    }

    /// {@return a copy of the content}
    public byte[] content() {
        return content.clone();
    }

    /// The content itself, for those who only read.
    byte[] shared() {
        return content;
    }

    /// {@return the content as text in UTF-8}
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static String guessed(String name) {
        String type = URLConnection.guessContentTypeFromName(name);
        return type == null ? BYTES : type;
    }

    private static String checkedType(String type) {
        if (!type.matches("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+")) {
            throw HeaderText.bad(
                    "The type of an attachment is no media type.",
                    "One such as image/png was expected.");
        }
        return type;
    }

    private static AttachmentException unreadable(String name, IOException failed) {
        return new AttachmentException(
                Problem.of("mail.E006", "The file '" + name + "' cannot be attached.")
                        .because(failed.getClass().getSimpleName() + ".")
                        .fixedBy("Attach a file that exists and that the site may read."),
                failed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attachment that
                && name.equals(that.name)
                && type.equals(that.type)
                && Objects.equals(contentId, that.contentId)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, contentId, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return name + " (" + type + ", " + content.length + " bytes)";
    }
}
