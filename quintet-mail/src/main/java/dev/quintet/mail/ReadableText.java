package dev.quintet.mail;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a message for a person at a console: nothing in it is encoded, so that a link can be
/// clicked, and nothing in it commands the terminal.
final class ReadableText {

    private ReadableText() {}

    static String of(EmailMessage message) {
        var text = new StringBuilder();
        addresses(text, "From", message.from() == null ? List.of() : List.of(message.from()));
        addresses(text, "To", message.to());
        addresses(text, "Cc", message.cc());
        addresses(text, "Bcc", message.bcc());
        addresses(text, "Reply-To", message.replyTo());
        line(text, "Subject", message.subject());
        message.headers().forEach((name, value) -> line(text, name, value));
        if (!message.text().isEmpty()) {
            text.append('\n').append(message.text().strip()).append('\n');
        }
        if (message.html() != null) {
            text.append("\n--- text/html\n").append(message.html().strip()).append('\n');
        }
        for (EmailMessage.Alternative other : message.alternatives()) {
            text.append("\n--- ").append(other.type()).append('\n');
            text.append(other.content().strip()).append('\n');
        }
        if (!message.attachments().isEmpty()) {
            text.append('\n');
        }
        for (Attachment file : message.attachments()) {
            text.append("[attached: ").append(file).append("]\n");
        }
        return harmless(text.toString().replace("\r\n", "\n"));
    }

    private static void addresses(StringBuilder text, String name, List<MailAddress> all) {
        if (!all.isEmpty()) {
            line(
                    text,
                    name,
                    all.stream().map(MailAddress::toString).collect(Collectors.joining(", ")));
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String harmless(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
