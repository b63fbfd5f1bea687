package dev.quintet.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Header fields in their order; names in any case, repeated names kept. Immutable.
public final class Headers implements Iterable<Header> {

    private static final Headers NONE = new Headers(new Header[0]);

    private final Header[] fields;

    private Headers(Header[] fields) {
        this.fields = fields;
    }

    /// {@return no fields}
    public static Headers none() {
        return NONE;
    }

    /// {@return these fields}
    public static Headers of(Header... fields) {
        return fields.length == 0 ? NONE : new Headers(fields.clone());
    }

    /// {@return these fields}
    public static Headers of(List<Header> fields) {
        return fields.isEmpty() ? NONE : new Headers(fields.toArray(Header[]::new));
    }

    /// {@return the first value of a field, or `null` where there is none}
    public @Nullable String first(String name) {
        for (Header field : fields) {
            if (field.named(name)) {
                return field.value();
            }
        }
        return null;
    }

    /// {@return all values of a field, in their order}
    public List<String> all(String name) {
        List<String> found = List.of();
        for (Header field : fields) {
            if (field.named(name)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>(2);
                }
                found.add(field.value());
            }
        }
        return found;
    }

    /// {@return whether there is such a field}
    public boolean has(String name) {
        return first(name) != null;
    }

    /// {@return how many fields there are}
    public int size() {
        return fields.length;
    }

    /// {@return these fields and one more, whatever its name}
    public Headers plus(Header field) {
        var more = new Header[fields.length + 1];
        System.arraycopy(fields, 0, more, 0, fields.length);
        more[fields.length] = field;
        return new Headers(more);
    }

    /// {@return these fields with `field` in place of all of its name}
    public Headers with(Header field) {
        for (Header each : fields) {
            if (each.lowerName().equals(field.lowerName())) {
                return without(field.name()).plus(field);
            }
        }
        return plus(field);
    }

    /// {@return these fields and those of `others` whose names they lack}
    public Headers withDefaults(Headers others) {
        var all = new Header[fields.length + others.fields.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        int count = fields.length;
        for (Header each : others.fields) {
            if (!has(each.name())) {
                all[count++] = each;
            }
        }
        if (count == fields.length) {
            return this;
        }
        var kept = new Header[count];
        System.arraycopy(all, 0, kept, 0, count);
        return new Headers(kept);
    }

    /// {@return these fields less all of a name}
    public Headers without(String name) {
        int kept = 0;
        for (Header each : fields) {
            if (!each.named(name)) {
                kept++;
            }
        }
        if (kept == fields.length) {
            return this;
        }
        var fewer = new Header[kept];
        int at = 0;
        for (Header each : fields) {
            if (!each.named(name)) {
                fewer[at++] = each;
            }
        }
        return new Headers(fewer);
    }

    @Override
    public Iterator<Header> iterator() {
        return List.of(fields).iterator();
    }

    /// {@return the field at a place, counted from 0}
    public Header at(int index) {
        return fields[index];
    }

    @Override
    public String toString() {
        return List.of(fields).toString();
    }
}
