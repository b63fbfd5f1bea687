package dev.quintet.kernel.i18n;

import dev.quintet.kernel.error.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// Reads and writes gettext's `.mo` files, the compiled form of `.po`.
final class MoFile {

    private static final int MAGIC = 0x950412DE;
    private static final int HEADER_BYTES = 28;

    private MoFile() {}

    static Catalogue read(byte[] bytes, String name) {
        if (bytes.length < HEADER_BYTES) {
            throw wrong(name, "It is too short.");
        }
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (file.getInt(0) != MAGIC) {
            file.order(ByteOrder.BIG_ENDIAN);
        }
        if (file.getInt(0) != MAGIC) {
            throw wrong(name, "It does not begin as a .mo file does.");
        }
        int count = file.getInt(8);
        int ids = file.getInt(12);
        int texts = file.getInt(16);
        if (count < 0 || count > bytes.length / 16) {
            throw wrong(name, "It claims " + count + " messages.");
        }
        var headers = new LinkedHashMap<String, String>();
        var messages = new ArrayList<Message>(count);
        Charset charset = StandardCharsets.UTF_8;
        for (int i = 0; i < count; i++) {
            String id = string(file, ids + 8 * i, charset, name);
            String text = string(file, texts + 8 * i, charset, name);
            if (id.isEmpty()) {
                text.lines()
                        .filter(line -> line.indexOf(':') > 0)
                        .forEach(line ->
                                headers.put(
                                        line.substring(0, line.indexOf(':')).strip(),
                                        line.substring(line.indexOf(':') + 1).strip()));
                charset = charset(headers.getOrDefault("Content-Type", ""));
                continue;
            }
            messages.add(message(id, text));
        }
        return Catalogue.of(headers, messages);
    }

    private static Message message(String id, String text) {
        int mark = id.indexOf('\u0004');
        String context = mark < 0 ? null : id.substring(0, mark);
        String both = id.substring(mark + 1);
        int zero = both.indexOf('\0');
        return new Message(
                context,
                zero < 0 ? both : both.substring(0, zero),
                zero < 0 ? null : both.substring(zero + 1),
                List.of(text.split("\0", -1)),
                false,
                Remarks.NONE);
    }

    private static String string(ByteBuffer file, int entry, Charset charset, String name) {
        if (entry < 0 || entry > file.limit() - 8) {
            throw wrong(name, "Its table of strings lies beyond its end.");
        }
        int length = file.getInt(entry);
        int at = file.getInt(entry + 4);
        if (length < 0 || at < 0 || at > file.limit() - length) {
            throw wrong(name, "One of its strings lies beyond its end.");
        }
        byte[] text = new byte[length];
        file.get(at, text);
        return new String(text, charset);
    }

    private static Charset charset(String contentType) {
        int at = contentType.indexOf("charset=");
        try {
            return at < 0
                    ? StandardCharsets.UTF_8
                    : Charset.forName(contentType.substring(at + 8).strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static CatalogueException wrong(String name, String cause) {
        return new CatalogueException(
                Problem.of("kernel.E073", "The catalogue " + name + " is malformed.")
                        .because(cause)
                        .fixedBy("Make it again with compilemessages."));
    }

    static byte[] write(Catalogue catalogue) {
        // Readers may search the ids, so they are sorted by their bytes.
        var entries = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
        var header = new StringBuilder();
        catalogue.headers().forEach((key, value) -> header.append(key + ": " + value + "\n"));
        entries.put(new byte[0], bytes(header.toString()));
        for (Message message : catalogue.messages()) {
            if (message.translated()) {
                String plural = message.plural() == null ? "" : "\0" + message.plural();
                entries.put(
                        bytes(message.key() + plural),
                        bytes(String.join("\0", message.translations())));
            }
        }
        int count = entries.size();
        var tables = ByteBuffer.allocate(HEADER_BYTES + 16 * count).order(ByteOrder.LITTLE_ENDIAN);
        int texts = HEADER_BYTES + 8 * count;
        int end = HEADER_BYTES + 16 * count;
        tables.putInt(MAGIC).putInt(0).putInt(count).putInt(HEADER_BYTES).putInt(texts);
        tables.putInt(0).putInt(end);
        var strings = new ByteArrayOutputStream();
        for (var ids : List.of(entries.navigableKeySet(), entries.values())) {
            for (byte[] string : ids) {
                tables.putInt(string.length).putInt(end + strings.size());
                strings.writeBytes(string);
                strings.write(0);
            }
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(tables.array());
        file.writeBytes(strings.toByteArray());
        return file.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
