package dev.quintet.template;

import dev.quintet.template.value.Items;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a component takes: `title`, `title:text`, `level:int=2`, `note:text?`.
///
/// @param name of the variable that it becomes
/// @param kind what values it takes
/// @param optional whether it may be nothing
/// @param fallback what it is where it was not given, `null` where it has none
record Parameter(String name, Kind kind, boolean optional, @Nullable Value fallback) {

    /// {@return whether a component must be given it}
    boolean isRequired() {
        return !optional && fallback == null;
    }

    /// A type of values, by the word that names it.
    ///
    /// @param word as it is written
    /// @param type of the values, `null` for any
    record Kind(String word, @Nullable Class<?> type) {

        static final Kind ANY = new Kind("any", null);

        /// The words that need no class.
        private static final Map<String, Kind> WORDS =
                Map.of(
                        "any", ANY,
                        "text", new Kind("text", CharSequence.class),
                        "int", new Kind("int", Integer.class),
                        "number", new Kind("number", Number.class),
                        "bool", new Kind("bool", Boolean.class),
                        "date", new Kind("date", Temporal.class),
                        "list", new Kind("list", Collection.class),
                        "map", new Kind("map", Map.class));

        /// {@return the kind that a word names among the built-in ones, or `null`}
        static @Nullable Kind of(String word) {
            return WORDS.get(word);
        }

        /// {@return the words that name kinds, with those of classes}
        static Set<String> words(Collection<String> classes) {
            var all = new TreeSet<>(WORDS.keySet());
            all.addAll(classes);
            return all;
        }

        /// {@return whether a value is of this kind; nothing never is}
        boolean takes(Object value) {
            return switch (word) {
                case "any" -> true;
                case "text" -> value instanceof CharSequence || Texts.isSafe(value);
                case "int" -> isWhole(value.getClass());
                case "list" -> Items.has(value) && !isTextOrMap(value);
                default -> type == null || type.isInstance(value);
            };
        }

        /// {@return whether values of a type may be of this kind, as far as one can see}
        boolean mayTake(Class<?> given) {
            if (type == null || given == Object.class) {
                return true;
            }
            Class<?> boxed = boxed(given);
            return switch (word) {
                case "text" ->
                        CharSequence.class.isAssignableFrom(boxed)
                                || dev.quintet.kernel.text.SafeString.class == boxed
                                || dev.quintet.kernel.template.HtmlValue.class.isAssignableFrom(
                                        boxed)
                                || boxed.isInterface();
                case "int" -> isWhole(boxed) || boxed == Number.class;
                case "list" ->
                        Iterable.class.isAssignableFrom(boxed)
                                || boxed.isArray()
                                || boxed.isInterface()
                                || java.util.stream.BaseStream.class.isAssignableFrom(boxed)
                                || java.util.Optional.class == boxed;
                default ->
                        type.isAssignableFrom(boxed)
                                || boxed.isAssignableFrom(type)
                                || java.util.Optional.class == boxed
                                || java.util.function.Supplier.class.isAssignableFrom(boxed);
            };
        }

        private static boolean isTextOrMap(Object value) {
            return value instanceof CharSequence || value instanceof Map<?, ?>;
        }

        private static boolean isWhole(Class<?> type) {
            return List.of(
                            Integer.class,
                            Long.class,
                            Short.class,
                            Byte.class,
                            java.math.BigInteger.class)
                    .contains(type);
        }

        private static Class<?> boxed(Class<?> type) {
            return type.isPrimitive()
                    ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
                    : type;
        }
    }

    /// {@return the type of the variable, for the check of the component's own template}
    @Nullable Type type() {
        return switch (kind.word) {
            case "any", "list", "map" -> null;
            case "text" -> String.class;
            default -> kind.type;
        };
    }
}
