package dev.quintet.forms;

import dev.quintet.kernel.submission.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A file that a visitor sent.
record Sent(String name, byte[] bytes) implements Upload {

    Sent(String name, String content) {
        this(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A picture.
    static Sent png(String name, int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Sent(name, out.toByteArray());
    }

    @Override
    public @Nullable String contentType() {
        return "image/png";
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
