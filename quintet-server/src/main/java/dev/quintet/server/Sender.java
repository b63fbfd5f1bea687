package dev.quintet.server;

import dev.quintet.http.Body;
import dev.quintet.http.Cookie;
import dev.quintet.http.Header;
import dev.quintet.http.Headers;
import dev.quintet.http.Request;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Writes answers: bytes at once, everything else piece by piece as the client takes it.
final class Sender {

    private static final int PIECE = 32 * 1024;

    /// Sends an answer and completes `callback`, or throws and leaves it.
    ///
    /// @return how many bytes its body has
    long send(
            Clock clock,
            Request request,
            dev.quintet.http.Response answer,
            Response out,
            Callback callback)
            throws Exception {
        out.setStatus(answer.status());
        head(clock, request, answer, out);
        Body body = answer.body();
        long size = body.size();
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        if (bodiless) {
            out.write(true, null, callback);
            return 0;
        }
        if (size >= 0) {
            out.getHeaders().put(HttpHeader.CONTENT_LENGTH, size);
        }
        if (body instanceof Body.Bytes bytes) {
            out.write(true, ByteBuffer.wrap(bytes.bytes()), callback);
            return size;
        }
        if (request.is("HEAD")) {
            out.write(true, null, callback);
            return 0;
        }
        long sent =
                switch (body) {
                    case Body.File file -> file(file, out);
                    case Body.Stream stream -> stream(stream, out);
                    case Body.Written written -> written(written, out);
                    case Body.Bytes _, Body.Talk _ -> size;
                };
        out.write(true, null, callback);
        return sent;
    }

    /// Puts an answer's header fields and cookies before its body.
    void head(Clock clock, Request request, dev.quintet.http.Response answer, Response out) {
        HttpFields.Mutable fields = out.getHeaders();
        Headers headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            fields.add(field(headers.at(i)));
        }
        for (Cookie cookie : answer.cookies()) {
            String line = cookie.render(clock, request.secure());
            fields.add(
                    HttpHeader.SET_COOKIE,
                    new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    /// The first time a field is met it is sent as it is; met again, it is one that stays, and
    /// worth encoding.
    private static HttpField field(Header header) {
        Object known = header.encoded();
        if (known instanceof PreEncodedHttpField encoded) {
            return encoded;
        }
        HttpField field =
                known == null
                        ? new HttpField(header.name(), header.value())
                        : new PreEncodedHttpField(header.name(), header.value());
        header.encoded(field);
        return field;
    }

    private static long file(Body.File file, Response out) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            channel.position(file.offset());
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            long left = file.length();
            while (left > 0) {
                piece.clear().limit((int) Math.min(PIECE, left));
                int read = channel.read(piece);
                if (read < 0) {
                    throw new IOException("The file became shorter while it was sent");
                }
                Content.Sink.write(out, false, piece.flip());
                left -= read;
            }
        }
        return file.length();
    }

    private static long stream(Body.Stream stream, Response out) throws IOException {
        long sent = 0;
        try (InputStream in = stream.open().open()) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                Content.Sink.write(out, false, ByteBuffer.wrap(piece, 0, read));
                sent += read;
            }
        }
        return sent;
    }

    private static long written(Body.Written written, Response out) throws IOException {
        var counted = new Counted(Content.Sink.asOutputStream(out));
        var buffered = new BufferedOutputStream(counted, 8 * 1024);
        written.writer().write(buffered);
        buffered.flush();
        return counted.bytes;
    }

    /// Counts what goes through; never closes what is below, which the answer's end does.
    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
            out.write(b, from, length);
            bytes += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
