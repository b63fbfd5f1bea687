package dev.quintet.web;

import dev.quintet.forms.Form;
import dev.quintet.forms.UploadField;
import dev.quintet.forms.widget.FormData;
import dev.quintet.http.Request;
import dev.quintet.http.Session;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.submission.Submitted;
import dev.quintet.kernel.submission.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a visitor's session remembers of one wizard: for each step the texts that were submitted,
/// which files are kept where, and whether all of it was fine.
final class WizardMemory {

    private static final String FOLDER = "wizard/";

    private final Session session;
    private final String key;
    private final Supplier<Storage> storage;
    private final Map<String, @Nullable Object> steps;

    @SuppressWarnings("unchecked") // only put() below writes under the key
    WizardMemory(Session session, String wizard, Supplier<Storage> storage) {
        this.session = session;
        this.key = "wizard:" + wizard;
        this.storage = storage;
        Map<?, ?> known = session.get(key, Map.class);
        this.steps =
                known == null
                        ? new LinkedHashMap<>()
                        : new LinkedHashMap<>((Map<String, @Nullable Object>) known);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    boolean isAnswered(WizardStep<?> step) {
        return Boolean.TRUE.equals(of(step).get("fine"));
    }

    boolean knows(WizardStep<?> step) {
        return steps.containsKey(step.name());
    }

    private Map<?, ?> of(WizardStep<?> step) {
        return steps.get(step.name()) instanceof Map<?, ?> found ? found : Map.of();
    }

    /// Binds a form to what is remembered for its step.
    void bind(WizardStep<?> step, Form form) {
        Map<String, List<Upload>> files = files(step);
        showFiles(form, files);
        form.bind(FormData.of(new Texts(texts(of(step).get("texts"))), files));
    }

    /// Binds a form to what came, with the files that came before where none came now.
    void bind(WizardStep<?> step, Form form, Request request) {
        Map<String, List<Upload>> before = files(step);
        showFiles(form, before);
        if (request.isJson()) {
            form.bind(FormData.of(request));
            return;
        }
        var files = new LinkedHashMap<String, List<? extends Upload>>(request.files());
        before.forEach((name, kept) -> {
            List<? extends Upload> came = files.get(name);
            boolean none = came == null || came.stream().allMatch(file -> file.size() == 0);
            if (none && !request.form().has(name + "-clear")) {
                files.put(name, kept);
            }
        });
        form.bind(FormData.of(request.form(), files));
    }

    /// A control shows the file that is there, and does not ask for another.
    private static void showFiles(Form form, Map<String, List<Upload>> files) {
        form.forEach(bound -> {
            List<Upload> kept = files.get(bound.htmlName());
            if (kept != null && !kept.isEmpty() && bound.field() instanceof UploadField<?, ?> it) {
                it.initialObject(kept.getFirst());
            }
        });
    }

    /// Remembers what came for a step, and keeps its files.
    void put(WizardStep<?> step, Form form, Request request, boolean fine) {
        Map<String, List<Upload>> before = files(step);
        var texts = new LinkedHashMap<String, Object>();
        for (String name : request.form().names()) {
            if (!name.equals(Csrf.FIELD) && !name.startsWith("wizard_")) {
                texts.put(name, List.copyOf(request.form().all(name)));
            }
        }
        var files = new LinkedHashMap<String, Object>();
        form.forEach(bound -> {
            if (!(bound.field() instanceof UploadField<?, ?>) || !bound.errors().isEmpty()) {
                return;
            }
            String name = bound.htmlName();
            List<? extends Upload> now =
                    switch (bound.field().value()) {
                        case Upload one -> List.of(one);
                        case List<?> several -> several.stream().map(Upload.class::cast).toList();
                        case null, default -> List.<Upload>of();
                    };
            List<Upload> old = before.getOrDefault(name, List.of());
            if (!now.isEmpty()) {
                files.put(name, now.stream().map(this::kept).toList());
            }
            old.stream().filter(file -> !now.contains(file)).forEach(this::drop);
        });
        var all = new LinkedHashMap<String, Object>();
        all.put("fine", fine);
        all.put("texts", texts);
        all.put("files", files);
        steps.put(step.name(), all);
        save();
    }

    /// From now on the step is to be answered again.
    void doubt(WizardStep<?> step) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        of(step).forEach((name, value) -> all.put(String.valueOf(name), value));
        all.put("fine", false);
        steps.put(step.name(), all);
        save();
    }

    /// Forgets all of it, files too.
    void forget() {
        steps.values()
                .forEach(step -> {
                    if (step instanceof Map<?, ?> known) {
                        uploads(known).values().forEach(files -> files.forEach(this::drop));
                    }
                });
        steps.clear();
        session.remove(key);
    }

    private void save() {
        session.put(key, steps);
    }

    private Map<String, Object> kept(Upload upload) {
        Kept kept = upload instanceof Kept there ? there : keep(upload);
        var all = new LinkedHashMap<String, Object>();
        all.put("name", kept.name());
        all.put("type", kept.contentType() == null ? "" : kept.contentType());
        all.put("size", kept.size());
        all.put("stored", kept.stored());
        return all;
    }

    private Kept keep(Upload upload) {
        try (InputStream content = upload.open()) {
            Storage into = storage.get();
            String stored = into.save(FOLDER + UUID.randomUUID(), content);
            return new Kept(upload.name(), upload.contentType(), upload.size(), into, stored);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void drop(Upload file) {
        if (file instanceof Kept kept) {
            try {
                kept.storage().delete(kept.stored());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private Map<String, List<Upload>> files(WizardStep<?> step) {
        return uploads(of(step));
    }

    private Map<String, List<Upload>> uploads(Map<?, ?> step) {
        var all = new LinkedHashMap<String, List<Upload>>();
        if (step.get("files") instanceof Map<?, ?> fields && !fields.isEmpty()) {
            Storage from = storage.get();
            fields.forEach((name, list) -> {
                var files = new ArrayList<Upload>();
                if (list instanceof List<?> several) {
                    for (Object each : several) {
                        if (each instanceof Map<?, ?> file) {
                            files.add(Kept.of(file, from));
                        }
                    }
                }
                all.put(String.valueOf(name), List.copyOf(files));
            });
        }
        return all;
    }

    private static Map<String, List<String>> texts(@Nullable Object remembered) {
        var all = new LinkedHashMap<String, List<String>>();
        if (remembered instanceof Map<?, ?> fields) {
            fields.forEach((name, list) ->
                    all.put(
                            String.valueOf(name),
                            list instanceof List<?> several
                                    ? several.stream().map(String::valueOf).toList()
                                    : List.of()));
        }
        return all;
    }

    /// Texts of a form, as they came.
    private record Texts(Map<String, List<String>> all) implements Submitted {

        @Override
        public @Nullable String get(String name) {
            List<String> found = all(name);
            return found.isEmpty() ? null : found.getLast();
        }

        @Override
        public List<String> all(String name) {
            return all.getOrDefault(name, List.of());
        }

        @Override
        public boolean has(String name) {
            return all.containsKey(name);
        }

        @Override
        public Set<String> names() {
            return all.keySet();
        }
    }

    /// A file that came with an earlier step. Where it lies only the session knows.
    private record Kept(
            String name, @Nullable String contentType, long size, Storage storage, String stored)
            implements Upload {

        static Kept of(Map<?, ?> file, Storage storage) {
            Object type = file.get("type");
            return new Kept(
                    String.valueOf(file.get("name")),
                    type == null || "".equals(type) ? null : type.toString(),
                    file.get("size") instanceof Number size ? size.longValue() : 0,
                    storage,
                    String.valueOf(file.get("stored")));
        }

        @Override
        public InputStream open() throws IOException {
            return storage.open(stored);
        }

        @Override
        public byte[] bytes() throws IOException {
            try (InputStream in = open()) {
                return in.readAllBytes();
            }
        }
    }
}
