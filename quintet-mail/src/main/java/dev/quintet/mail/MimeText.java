package dev.quintet.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes one message as MIME: `mixed` around the files, `alternative` around text and HTML,
/// `related` around the HTML and the images in it, each only where it is needed.
///
/// All of it is ASCII, so that no server has to be able to do more. The same message gives the same
/// bytes.
final class MimeText {

    private static final int LONGEST_LINE = 990;

    private final EmailMessage message;
    private final String seed;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int boundaries;

    MimeText(EmailMessage message) {
        this.message = message;
        this.seed =
                digest(
                        message.header("Message-ID")
                                + message.subject()
                                + message.text()
                                + message.html());
    }

    byte[] bytes() {
        addresses("From", message.from() == null ? List.of() : List.of(message.from()));
        addresses("To", message.to());
        addresses("Cc", message.cc());
        addresses("Reply-To", message.replyTo());
        if (message.header("Subject") == null) {
            header("Subject", HeaderText.unstructured("Subject", message.subject()));
        }
        message.headers().forEach(this::own);
        header("MIME-Version", "1.0");
        whole();
        return out.toByteArray();
    }

    private void addresses(String name, List<MailAddress> all) {
        if (!all.isEmpty() && message.header(name) == null) {
            header(name, HeaderText.fold(name, joined(all)));
        }
    }

    private void own(String name, String value) {
        boolean addresses =
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "from", "sender", "to", "cc", "reply-to" -> true;
                    default -> false;
                };
        header(
                name,
                addresses
                        ? HeaderText.fold(name, joined(MailAddress.parseList(value)))
                        : HeaderText.unstructured(name, value));
    }

    private static String joined(List<MailAddress> all) {
        return all.stream().map(MailAddress::encoded).collect(Collectors.joining(", "));
    }

    private void whole() {
        var files = new ArrayList<Runnable>();
        boolean html = message.html() != null;
        for (Attachment file : message.attachments()) {
            if (file.contentId() == null || !html) {
                files.add(() -> file(file));
            }
        }
        if (files.isEmpty()) {
            body();
        } else {
            files.addFirst(this::body);
            multipart("mixed", files);
        }
    }

    private void body() {
        var forms = new ArrayList<Runnable>();
        String html = message.html();
        boolean only = html != null && message.text().isEmpty();
        if (!only) {
            forms.add(() -> text("text/plain", message.text()));
        }
        if (html != null) {
            forms.add(() -> html(html));
        }
        for (EmailMessage.Alternative other : message.alternatives()) {
            forms.add(() -> text(other.type(), other.content()));
        }
        if (forms.size() == 1) {
            forms.getFirst().run();
        } else {
            multipart("alternative", forms);
        }
    }

    private void html(String html) {
        List<Attachment> shown =
                message.attachments().stream().filter(file -> file.contentId() != null).toList();
        if (shown.isEmpty()) {
            text("text/html", html);
            return;
        }
        var parts = new ArrayList<Runnable>();
        parts.add(() -> text("text/html", html));
        shown.forEach(file -> parts.add(() -> file(file)));
        multipart("related", parts);
    }

    private void multipart(String kind, List<Runnable> parts) {
        String boundary = "=_" + seed + boundaries++;
        header("Content-Type", "multipart/" + kind + ";\r\n boundary=\"" + boundary + "\"");
        for (Runnable part : parts) {
            ascii("\r\n--" + boundary + "\r\n");
            part.run();
        }
        ascii("\r\n--" + boundary + "--\r\n");
    }

    private void text(String type, String text) {
        String lines = text.replaceAll("\r\n|\r|\n", "\r\n");
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        header("Content-Type", type + "; charset=\"utf-8\"");
        long beyond =
                lines.chars().filter(c -> c > 126 || (c < ' ' && "\r\n\t".indexOf(c) < 0)).count();
        if (beyond == 0 && lines.lines().allMatch(line -> line.length() < LONGEST_LINE)) {
            header("Content-Transfer-Encoding", "7bit");
            ascii("\r\n");
            out.writeBytes(bytes);
        } else if (beyond * 4 > lines.length()) {
            base64(bytes);
        } else {
            header("Content-Transfer-Encoding", "quoted-printable");
            ascii("\r\n");
            ascii(QuotedPrintable.encode(bytes));
        }
    }

    private void file(Attachment file) {
        byte[] content = file.shared();
        boolean text = file.type().startsWith("text/");
        if (text && !utf8(content)) {
            header("Content-Type", "application/octet-stream");
        } else {
            header("Content-Type", file.type() + (text ? "; charset=\"utf-8\"" : ""));
        }
        String id = file.contentId();
        if (id != null) {
            header("Content-ID", "<" + id + ">");
        }
        header(
                "Content-Disposition",
                (id == null ? "attachment" : "inline") + filename(file.name()));
        if (file.type().startsWith("message/")) {
            // A message within is not encoded again (RFC 2046, 5.2.1); ours are ASCII.
            header("Content-Transfer-Encoding", "7bit");
            ascii("\r\n");
            out.writeBytes(content);
        } else {
            base64(content);
        }
    }

    /// A name beyond ASCII is written as RFC 2231 has it, which all readers know by now.
    private static String filename(String name) {
        if (name.isEmpty()) {
            return "";
        }
        if (name.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return ";\r\n filename=" + HeaderText.quoted(name);
        }
        var encoded = new StringBuilder(";\r\n filename*=utf-8''");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (b >= '0' && b <= '9')
                            || (b >= 'A' && b <= 'Z')
                            || (b >= 'a' && b <= 'z')
                            || b == '.'
                            || b == '-'
                            || b == '_';
            if (plain) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private void base64(byte[] content) {
        header("Content-Transfer-Encoding", "base64");
        ascii("\r\n");
        out.writeBytes(Base64.getMimeEncoder().encode(content));
        ascii("\r\n");
    }

    private void header(String name, String value) {
        ascii(name + ": " + value + "\r\n");
    }

    private void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean utf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /// What nobody who writes a text can put into it: it would have to hold its own digest.
    private static String digest(String text) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(all, 16)) + ".";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
