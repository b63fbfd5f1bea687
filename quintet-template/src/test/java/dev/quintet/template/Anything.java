package dev.quintet.template;

import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.text.SafeString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Answers every name, by rules that depend on nothing but the path that was asked for; the same as
/// `Anything` in `render.py`.
final class Anything implements Iterable<@Nullable Object>, TemplateObject {

    private final String path;
    private final long dice;

    private Anything(String path) {
        this.path = path;
        this.dice = dice(path);
    }

    private static long dice(String path) {
        var sum = new CRC32();
        sum.update(path.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    static @Nullable Object value(String path) {
        return switch ((int) (dice(path) / 7 % 9)) {
            case 0 -> null;
            case 1 -> (int) (dice(path) % 5);
            case 2 -> "text \"" + path + "\" <b>";
            case 3 -> new SafeString("<i>" + path + "</i>");
            case 4 -> true;
            default -> new Anything(path);
        };
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        return name.matches("\\d+") ? UNKNOWN : value(path + "." + name);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        var items = new ArrayList<@Nullable Object>();
        for (int i = 0; i < dice % 4; i++) {
            items.add(value(path + "[" + i + "]"));
        }
        return items.iterator();
    }

    @Override
    public String toString() {
        return "<" + path + " & 'co'>";
    }
}
