package dev.quintet.forms.widget;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What there is to choose from, in order, some of it in groups. Immutable.
///
/// ```java
/// Choices.of(Shipping.class)
/// Choices.of("s", "Small").and("l", "Large").group("Odd ones", Choices.of("x", "Huge"))
/// ```
///
/// @param <V> what a choice means
public final class Choices<V> implements Iterable<Choice<V>> {

    private static final ClassValue<List<Choice.One<?>>> CONSTANTS =
            new ClassValue<>() {
                @Override
                protected List<Choice.One<?>> computeValue(Class<?> type) {
                    return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                            .<Choice.One<?>>map(each -> new Choice.One<>(each, label(each)))
                            .toList();
                }
            };

    private final Supplier<? extends Iterable<? extends Choice<V>>> source;

    private Choices(Supplier<? extends Iterable<? extends Choice<V>>> source) {
        this.source = source;
    }

    /// {@return no choices}
    public static <V> Choices<V> none() {
        return ofAll(List.of());
    }

    /// {@return the constants of an enum, in their order. People read what its `label()` returns,
    /// if it has such a method, else the name in words: `HARD_COVER` is "Hard cover"}
    @SuppressWarnings("unchecked") // the constants of a class are of that class
    public static <E extends Enum<E>> Choices<E> of(Class<E> type) {
        return ofAll((List<Choice.One<E>>) (List<?>) CONSTANTS.get(type));
    }

    /// {@return one choice}
    public static <V> Choices<V> of(@Nullable V value, CharSequence label) {
        return ofAll(List.of(new Choice.One<V>(value, label)));
    }

    /// {@return values and their labels, in the map's order}
    public static <V> Choices<V> of(Map<V, ? extends CharSequence> labels) {
        var all = new ArrayList<Choice<V>>();
        labels.forEach((value, label) -> all.add(new Choice.One<V>(value, label)));
        return ofAll(all);
    }

    /// {@return values, each labelled by a function}
    public static <V> Choices<V> of(
            Iterable<? extends V> values, Function<? super V, ? extends CharSequence> label) {
        var all = new ArrayList<Choice<V>>();
        values.forEach(value -> all.add(new Choice.One<V>(value, label.apply(value))));
        return ofAll(all);
    }

    /// {@return these choices}
    public static <V> Choices<V> ofAll(List<? extends Choice<V>> choices) {
        List<? extends Choice<V>> copy = List.copyOf(choices);
        return new Choices<>(() -> copy);
    }

    /// {@return choices that are looked up whenever a form is shown or checked}
    public static <V> Choices<V> lazy(Supplier<? extends Iterable<? extends Choice<V>>> source) {
        return new Choices<>(source);
    }

    /// {@return these and one more}
    public Choices<V> and(@Nullable V value, CharSequence label) {
        return plus(new Choice.One<V>(value, label), true);
    }

    /// {@return these after one that means nothing: `---------`}
    public Choices<V> orNone(CharSequence label) {
        return plus(new Choice.One<V>(null, "", label), false);
    }

    /// {@return these and a group of more}
    public Choices<V> group(CharSequence label, Choices<V> more) {
        var ones = new ArrayList<Choice.One<V>>();
        more.flat().forEach(ones::add);
        return plus(new Choice.Group<>(label, ones), true);
    }

    private Choices<V> plus(Choice<V> one, boolean last) {
        return new Choices<>(() -> {
            var all = new ArrayList<Choice<V>>();
            source.get().forEach(all::add);
            all.add(last ? all.size() : 0, one);
            return all;
        });
    }

    @Override
    @SuppressWarnings("unchecked") // read only
    public Iterator<Choice<V>> iterator() {
        return ((Iterable<Choice<V>>) source.get()).iterator();
    }

    /// {@return all that can be chosen, whatever group it is in}
    public Iterable<Choice.One<V>> flat() {
        var all = new ArrayList<Choice.One<V>>();
        for (Choice<V> each : this) {
            switch (each) {
                case Choice.One<V> one -> all.add(one);
                case Choice.Group<V> group -> all.addAll(group.choices());
            }
        }
        return all;
    }

    /// {@return the choice that a key stands for, or `null` when there is none}
    public Choice.@Nullable One<V> find(String key) {
        for (Choice<V> each : this) {
            switch (each) {
                case Choice.One<V> one -> {
                    if (one.key().equals(key)) {
                        return one;
                    }
                }
                case Choice.Group<V> group -> {
                    for (Choice.One<V> one : group.choices()) {
                        if (one.key().equals(key)) {
                            return one;
                        }
                    }
                }
            }
        }
        return null;
    }

    /// What people read for a constant, looked up once a class.
    private static CharSequence label(Object constant) {
        try {
            Method method = ((Enum<?>) constant).getDeclaringClass().getDeclaredMethod("label");
            boolean fits =
                    !Modifier.isStatic(method.getModifiers())
                            && CharSequence.class.isAssignableFrom(method.getReturnType());
            if (fits && (method.canAccess(constant) || method.trySetAccessible())) {
                return (CharSequence) Objects.requireNonNull(method.invoke(constant));
            }
        } catch (NoSuchMethodException none) {
            return words(((Enum<?>) constant).name());
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(broken);
        }
        return words(((Enum<?>) constant).name());
    }

    private static String words(String name) {
        String words = name.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
