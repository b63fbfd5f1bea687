package dev.quintet.http.middleware;

import dev.quintet.http.ContentCoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Gzip (RFC 1952), with a file name of random length in its header: readers skip it, and the
/// length of the whole no longer tells what was compressed together.
final class Gzip implements ContentCoding {

    private static final int LONGEST_NAME = 100;

    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public OutputStream encode(OutputStream out) throws IOException {
        return new Stream(out);
    }

    private static final class Stream extends DeflaterOutputStream {

        private final CRC32 sum = new CRC32();
        private long length;
        private boolean ended;

        Stream(OutputStream out) throws IOException {
            super(out, new Deflater(6, true), 4096, true);
            ThreadLocalRandom random = ThreadLocalRandom.current();
            String name = "a".repeat(random.nextInt(1, LONGEST_NAME + 1));
            byte named = 8;
            out.write(new byte[] {0x1f, (byte) 0x8b, 8, named, 0, 0, 0, 0, 0, (byte) 0xff});
            out.write(name.getBytes(StandardCharsets.ISO_8859_1));
            out.write(0);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            super.write(bytes, from, count);
            sum.update(bytes, from, count);
            length += count;
        }

        @Override
        public void finish() throws IOException {
            if (ended) {
                return;
            }
            super.finish();
            ended = true;
            little(sum.getValue());
            little(length);
        }

        @Override
        public void close() throws IOException {
            try {
                finish();
                out.flush();
            } finally {
                def.end();
            }
        }

        private void little(long number) throws IOException {
            for (int shift = 0; shift < 32; shift += 8) {
                out.write((int) (number >>> shift) & 0xff);
            }
        }
    }
}
