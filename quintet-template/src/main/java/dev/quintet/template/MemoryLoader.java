package dev.quintet.template;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Templates in memory.
final class MemoryLoader implements TemplateLoader {

    private final Map<String, String> texts;

    MemoryLoader(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    @Override
    public @Nullable TemplateSource find(String name) {
        String text = texts.get(name);
        String origin = "memory:" + Integer.toHexString(System.identityHashCode(this)) + "/" + name;
        return text == null ? null : TemplateSource.of(origin, text);
    }

    @Override
    public Set<String> names() {
        return texts.keySet();
    }

    @Override
    public String place(String name) {
        return "memory:" + name;
    }
}
