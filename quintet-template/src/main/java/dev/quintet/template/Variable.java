package dev.quintet.template;

import dev.quintet.kernel.template.AltersData;
import dev.quintet.kernel.template.SilentInTemplates;
import dev.quintet.kernel.template.TemplateObject;
import java.lang.reflect.Array;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A name with what hangs on it by dots, such as `album.artist.name` or `rows.0`.
final class Variable {

    final String text;
    final String root;
    private final Part[] parts;
    private int cachedPlace;

    Variable(String text, Access access) {
        this.text = text;
        String[] words = text.split("\\.", -1);
        this.root = words[0].intern();
        this.parts = new Part[words.length - 1];
        for (int i = 1; i < words.length; i++) {
            parts[i - 1] = new Part(words[i], access);
        }
    }

    boolean isPlain() {
        return parts.length == 0;
    }

    boolean isBlockSuper() {
        return text.equals("block.super");
    }

    /// {@return the value, or {@link Missing}}
    @Nullable Object resolve(Frame frame) {
        Object value = root(frame);
        for (Part part : parts) {
            if (value instanceof Missing) {
                break;
            }
            value = settle(part.of(value));
        }
        return value == Missing.REFUSED ? frame.engine.stringIfInvalid() : value;
    }

    Part[] parts() {
        return parts;
    }

    /// {@return the value of the first name, or {@link Missing}}
    @Nullable Object root(Frame frame) {
        Object value;
        int at = cachedPlace;
        if (frame.isAt(at, root)) {
            value = frame.at(at);
        } else {
            at = frame.find(root);
            if (at < 0) {
                return constant();
            }
            cachedPlace = at;
            value = frame.at(at);
        }
        if (value == Missing.ABSENT) {
            return constant();
        }
        return settle(value);
    }

    /// {@return `name` of `target` by the rules of a dotted lookup, or {@link Missing}}
    static @Nullable Object attribute(Access access, @Nullable Object target, String name) {
        return settle(new Part(name, access).of(target));
    }

    /// {@return what a supplier supplies and an optional holds; anything else as it is}
    static @Nullable Object settled(@Nullable Object value) {
        Object settled = settle(value);
        return settled == Missing.REFUSED ? null : settled;
    }

    private @Nullable Object constant() {
        Object value =
                switch (root) {
                    case "True" -> true;
                    case "False" -> false;
                    case "None" -> null;
                    default -> Missing.ABSENT;
                };
        if (parts.length > 0) {
            return Missing.ABSENT;
        }
        return value;
    }

    /// Calls what is callable and opens what wraps.
    static @Nullable Object settle(@Nullable Object value) {
        if (value instanceof String || value instanceof Integer) {
            return value; // most are
        }
        if (value instanceof Supplier<?> supplier) {
            return supplier.getClass().isAnnotationPresent(AltersData.class)
                    ? Missing.REFUSED
                    : settle(call(supplier::get));
        }
        return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }

    private static @Nullable Object call(Call call) {
        try {
            return call.run();
        } catch (Throwable thrown) {
            if (thrown instanceof SilentInTemplates) {
                return Missing.REFUSED;
            }
            throw unchecked(thrown);
        }
    }

    /// {@return {@link Missing#REFUSED} where that is what an exception asks for}
    ///
    /// @throws RuntimeException otherwise: it, or one that carries it
    static Object refused(Throwable thrown) {
        if (thrown instanceof SilentInTemplates) {
            return Missing.REFUSED;
        }
        throw unchecked(thrown);
    }

    static RuntimeException unchecked(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new UndeclaredThrowableException(thrown, thrown.toString());
        };
    }

    private interface Call {
        @Nullable Object run() throws Throwable;
    }

    /// What the last object was, and how it was read: most places meet one class only.
    record Seen(Class<?> type, Accessor accessor) {}

    /// One step of a lookup.
    static final class Part {

        private final String name;
        private final int index;
        private final Access access;
        private @Nullable Seen seen;

        Part(String name, Access access) {
            this.name = name.intern();
            this.index = indexOf(name);
            this.access = access;
        }

        /// {@return what was last read here, or `null`}
        @Nullable Seen seen() {
            return seen;
        }

        @Nullable Object of(@Nullable Object target) {
            if (target == null) {
                return Missing.ABSENT;
            }
            Seen last = seen;
            if (last != null && last.type == target.getClass()) {
                return read(last.accessor, target);
            }
            return switch (target) {
                case TemplateObject object -> ofObject(object);
                case Map<?, ?> map -> ofMap(map);
                case List<?> list when index != NONE -> item(index, list.size(), list::get);
                case Object[] array when index != NONE -> item(index, array.length, i -> array[i]);
                case CharSequence text -> ofText(text.toString());
                default ->
                        index != NONE && target.getClass().isArray()
                                ? item(index, Array.getLength(target), i -> Array.get(target, i))
                                : member(target);
            };
        }

        private @Nullable Object ofObject(TemplateObject object) {
            access.read(object.getClass(), name);
            Object value;
            try {
                value = object.templateAttribute(name);
            } catch (RuntimeException thrown) {
                if (thrown instanceof SilentInTemplates) {
                    return Missing.REFUSED;
                }
                throw thrown;
            }
            boolean known = !TemplateObject.UNKNOWN.equals(value);
            if (known) {
                return value;
            }
            if (object instanceof Map<?, ?> map) {
                return ofMap(map);
            }
            if (index != NONE && object instanceof List<?> list) {
                return item(index, list.size(), list::get);
            }
            return memberUncached(object);
        }

        private @Nullable Object ofMap(Map<?, ?> map) {
            Object value = getFrom(map, name);
            if (value == Missing.ABSENT && index != NONE) {
                value = getFrom(map, index);
                value = value == Missing.ABSENT ? getFrom(map, (long) index) : value;
            }
            if (value != Missing.ABSENT) {
                return value;
            }
            return switch (name) {
                case "items" -> map.entrySet();
                case "keys" -> map.keySet();
                default -> memberUncached(map);
            };
        }

        private static @Nullable Object getFrom(Map<?, ?> map, Object key) {
            try {
                Object value = map.get(key);
                return value != null || map.containsKey(key) ? value : Missing.ABSENT;
            } catch (ClassCastException unfit) {
                return Missing.ABSENT; // a sorted map of other keys
            } catch (RuntimeException thrown) {
                if (thrown instanceof SilentInTemplates) {
                    return Missing.REFUSED;
                }
                throw thrown;
            }
        }

        private @Nullable Object ofText(String text) {
            if (index != NONE) {
                int[] characters = text.codePoints().toArray();
                return item(index, characters.length, i -> Character.toString(characters[i]));
            }
            return switch (name) {
                case "upper" -> text.toUpperCase(java.util.Locale.ROOT);
                case "lower" -> text.toLowerCase(java.util.Locale.ROOT);
                case "title" -> Casing.title(text);
                case "capitalize" -> Casing.capitalize(text);
                default -> memberUncached(text);
            };
        }

        private static @Nullable Object item(
                int index, int size, java.util.function.IntFunction<@Nullable Object> get) {
            return index < 0 || index >= size ? Missing.ABSENT : get.apply(index);
        }

        private @Nullable Object member(Object target) {
            if (name.isEmpty()) {
                return Missing.ABSENT;
            }
            Accessor accessor = Accessors.of(target.getClass(), name);
            if (accessor == null) {
                return special(target);
            }
            access.read(target.getClass(), name);
            seen = new Seen(target.getClass(), accessor);
            return read(accessor, target);
        }

        private @Nullable Object memberUncached(Object target) {
            Accessor accessor = name.isEmpty() ? null : Accessors.of(target.getClass(), name);
            if (accessor == null) {
                return special(target);
            }
            access.read(target.getClass(), name);
            return read(accessor, target);
        }

        private @Nullable Object special(Object target) {
            return switch (target) {
                case Enum<?> constant when name.equals("label") -> Casing.label(constant.name());
                case Enum<?> constant when name.equals("value") -> constant.name();
                case Map.Entry<?, ?> entry when index == 0 -> entry.getKey();
                case Map.Entry<?, ?> entry when index == 1 -> entry.getValue();
                default -> Missing.ABSENT;
            };
        }

        private static @Nullable Object read(Accessor accessor, Object target) {
            try {
                return accessor.reader().apply(target);
            } catch (Throwable thrown) {
                return refused(thrown);
            }
        }

        private static final int NONE = Integer.MIN_VALUE;

        private static int indexOf(String name) {
            if (name.isEmpty() || name.length() > 9) {
                return NONE;
            }
            for (int i = 0; i < name.length(); i++) {
                if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                    return NONE;
                }
            }
            return Integer.parseInt(name);
        }
    }
}
