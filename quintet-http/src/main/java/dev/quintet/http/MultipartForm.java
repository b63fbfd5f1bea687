package dev.quintet.http;

import dev.quintet.kernel.headers.HeaderParameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/// Reads a `multipart/form-data` body while it arrives: fields into memory, large files onto disk,
/// each within its limit. Jetty finds the parts; what they mean is decided here.
final class MultipartForm implements MultiPart.Parser.Listener {

    private static final int LONGEST_PART_HEADERS = 8 * 1024;

    private final RequestPolicy policy;
    private final List<UploadHandler> handlers;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, List<UploadedFile>> files = new LinkedHashMap<>();
    private final Map<String, String> partHeaders = new HashMap<>();
    private long memory;
    private int fieldCount;
    private int fileCount;
    private boolean complete;
    private @Nullable RuntimeException refused;

    private @Nullable String fieldName;
    private UploadHandler.@Nullable Incoming file;
    private boolean unnamed;
    private UploadHandler.@Nullable Sink sink;
    private ByteArrayOutputStream text = new ByteArrayOutputStream();
    private long size;

    private MultipartForm(RequestPolicy policy, List<UploadHandler> handlers) {
        this.policy = policy;
        this.handlers = handlers;
    }

    /// {@return the fields and files}
    ///
    /// @throws BadRequest when it is malformed
    /// @throws LimitExceeded when fields, files or bytes in memory are too many
    static Form read(
            InputStream in,
            @Nullable String contentType,
            RequestPolicy policy,
            List<UploadHandler> handlers)
            throws IOException {
        String boundary =
                HeaderParameters.parse(contentType == null ? "" : contentType)
                        .parameters()
                        .get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 200) {
            throw new BadRequest("The multipart form has no valid boundary.");
        }
        var form = new MultipartForm(policy, handlers);
        boolean done = false;
        try {
            var parser = new MultiPart.Parser(boundary, form);
            parser.setPartHeadersMaxLength(LONGEST_PART_HEADERS);
            parser.setMaxParts((long) policy.maxFields() + policy.maxFiles() + 1);
            form.feed(parser, in);
            done = true;
            return new Form(QueryParams.of(form.fields), form.files);
        } finally {
            if (!done) {
                form.discard();
            }
        }
    }

    private void feed(MultiPart.Parser parser, InputStream in) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        while (!complete) {
            int read = in.read(buffer);
            boolean last = read < 0;
            ByteBuffer bytes = last ? ByteBuffer.allocate(0) : ByteBuffer.wrap(buffer, 0, read);
            parser.parse(Content.Chunk.from(bytes, last));
            if (refused != null) {
                throw refused;
            }
            if (last && !complete) {
                throw new BadRequest("The multipart form ends too early.");
            }
        }
    }

    @Override
    public void onPartBegin() {
        partHeaders.clear();
        fieldName = null;
        file = null;
        sink = null;
        text = new ByteArrayOutputStream();
        size = 0;
    }

    @Override
    public void onPartHeader(String name, String value) {
        partHeaders.putIfAbsent(name.toLowerCase(java.util.Locale.ROOT), value);
    }

    @Override
    public void onPartHeaders() {
        var disposition =
                HeaderParameters.parse(partHeaders.getOrDefault("content-disposition", ""));
        String name = disposition.parameters().get("name");
        String sentName = disposition.parameters().get("filename");
        fieldName = name;
        if (name == null || refused != null) {
            return;
        }
        if (sentName == null) {
            if (++fieldCount > policy.maxFields()) {
                refuse(
                        LimitExceeded.tooMany(
                                "fields", "DATA_UPLOAD_MAX_NUMBER_FIELDS", policy.maxFields()));
            }
            return;
        }
        if (++fileCount > policy.maxFiles()) {
            refuse(
                    LimitExceeded.tooMany(
                            "files", "DATA_UPLOAD_MAX_NUMBER_FILES", policy.maxFiles()));
            return;
        }
        unnamed = sentName.isEmpty();
        file =
                new UploadHandler.Incoming(
                        name, UploadName.clean(sentName), partHeaders.get("content-type"));
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        byte[] bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        if (refused != null || fieldName == null || bytes.length == 0) {
            return;
        }
        size += bytes.length;
        if (file == null) {
            memory += bytes.length;
            if (memory > policy.maxMemoryBytes()) {
                refuse(
                        LimitExceeded.tooLarge(
                                "DATA_UPLOAD_MAX_MEMORY_SIZE", policy.maxMemoryBytes()));
                return;
            }
            text.writeBytes(bytes);
            return;
        }
        try {
            for (UploadHandler handler : handlers) {
                if (handler instanceof UploadHandlers.Watching watching) {
                    watching.received(file, bytes.length);
                }
            }
            sink(file).write(bytes);
        } catch (IOException full) {
            refuse(new java.io.UncheckedIOException("An upload cannot be kept", full));
        } catch (RuntimeException reason) {
            refuse(reason);
        }
    }

    /// The first handler that takes the file; else memory, and the disk.
    private UploadHandler.Sink sink(UploadHandler.Incoming incoming) throws IOException {
        UploadHandler.Sink known = sink;
        for (UploadHandler handler : known == null ? handlers : List.<UploadHandler>of()) {
            known = handler.begin(incoming);
            if (known != null) {
                break;
            }
        }
        if (known == null) {
            known = new TemporarySink(incoming, policy.fileMemoryBytes(), Long.MAX_VALUE);
        }
        sink = known;
        return known;
    }

    @Override
    public void onPartEnd() {
        String name = fieldName;
        if (refused != null || name == null) {
            return;
        }
        UploadHandler.Incoming incoming = file;
        if (incoming == null) {
            fields.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(text.toString(StandardCharsets.UTF_8));
            return;
        }
        if (unnamed && size == 0) {
            return; // a file input that was left empty
        }
        try {
            UploadedFile whole = sink(incoming).end();
            sink = null;
            if (whole != null) {
                files.computeIfAbsent(name, n -> new ArrayList<>()).add(whole);
            }
        } catch (IOException full) {
            refuse(new java.io.UncheckedIOException("An upload cannot be kept", full));
        } catch (RuntimeException reason) {
            refuse(reason);
        }
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
        refuse(new BadRequest("The multipart form is malformed."));
    }

    private void refuse(RuntimeException reason) {
        if (refused == null) {
            refused = reason;
        }
    }

    /// Deletes what was kept of a form that is refused.
    private void discard() throws IOException {
        if (sink != null) {
            sink.discard();
        }
        for (List<UploadedFile> list : files.values()) {
            for (UploadedFile each : list) {
                each.discard();
            }
        }
    }
}
