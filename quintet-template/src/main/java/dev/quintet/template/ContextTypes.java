package dev.quintet.template;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Place;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/// The types of the variables of a template that declares its context, while it is parsed: finds
/// names that no page could have. Used by one thread.
///
/// A type of `null` is one that is not known, of which everything may be asked.
final class ContextTypes {

    private final @Nullable Class<?> context;
    private final Map<String, @Nullable Type> parameters;
    private final Set<String> untyped;
    private final List<Map<String, @Nullable Type>> scopes = new ArrayList<>();
    private final List<CheckMessage> found = new ArrayList<>();

    /// @param context the record or class whose components are the page's variables
    /// @param untyped the names that tags or context processors bind, of unknown types
    ContextTypes(Class<?> context, Set<String> untyped) {
        this(context, Map.of(), untyped);
    }

    private ContextTypes(
            @Nullable Class<?> context,
            Map<String, @Nullable Type> parameters,
            Set<String> untyped) {
        this.context = context;
        this.parameters = parameters;
        this.untyped = new HashSet<>(untyped);
    }

    /// {@return the types of a component's variables}
    static ContextTypes ofComponent(Map<String, @Nullable Type> parameters, Set<String> untyped) {
        return new ContextTypes(null, parameters, untyped);
    }

    List<CheckMessage> found() {
        return found;
    }

    /// Opens a scope in which these names are bound.
    void push(Map<String, @Nullable Type> names) {
        scopes.add(names);
    }

    void pop() {
        scopes.removeLast();
    }

    /// {@return the type of a value, or `null`}
    @Nullable Type of(Value value) {
        return value.variable == null || value.calls().length > 0
                ? null
                : resolve(value.variable.text, null);
    }

    /// {@return the types of the names of a loop over `items`}
    Map<String, @Nullable Type> loop(String[] names, Value items) {
        Type element = names.length == 1 ? element(of(items)) : null;
        var all = new HashMap<String, @Nullable Type>();
        for (String name : names) {
            all.put(name, element);
        }
        all.put("forloop", null);
        return all;
    }

    /// Reports a name that no page of this context has.
    void use(String path, Place place) {
        resolve(path, place);
    }

    private @Nullable Type resolve(String path, @Nullable Place place) {
        String[] steps = path.split("\\.", -1);
        Type type = root(steps[0], place);
        for (int i = 1; i < steps.length && type != null; i++) {
            type = member(type, steps[i], path, place);
        }
        return type;
    }

    private @Nullable Type root(String name, @Nullable Place place) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            if (scopes.get(i).containsKey(name)) {
                return scopes.get(i).get(name);
            }
        }
        if (untyped.contains(name)) {
            return null;
        }
        if (context == null ? parameters.containsKey(name) : has(context, name)) {
            return context == null ? parameters.get(name) : declared(context, name);
        }
        if (place != null) {
            var known = new TreeSet<>(parameters.keySet());
            if (context != null) {
                known.addAll(Accessors.names(context));
            }
            scopes.forEach(scope -> known.addAll(scope.keySet()));
            String whose =
                    context == null ? "This component" : "The context " + context.getSimpleName();
            report(place, whose + " has no '" + name + "'.", Nearest.question(name, known));
        }
        return null;
    }

    private static boolean has(Class<?> type, String name) {
        return Accessors.of(type, name) != null;
    }

    private @Nullable Type member(Type type, String name, String path, @Nullable Place place) {
        Class<?> raw = raw(type);
        if (raw == null || open(raw)) {
            return null;
        }
        if (Optional.class.isAssignableFrom(raw) || Supplier.class.isAssignableFrom(raw)) {
            Type inner = argument(type, 0);
            return inner == null ? null : member(inner, name, path, place);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Accessors.of(raw, name) == null ? argument(type, 1) : null;
        }
        boolean digits = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && (raw.isArray() || List.class.isAssignableFrom(raw))) {
            return element(type);
        }
        if (digits || name.isEmpty() || Accessors.of(raw, name) != null) {
            return digits || name.isEmpty() ? null : declared(raw, name);
        }
        boolean own = raw.isEnum() && Set.of("label", "value").contains(name);
        boolean text =
                CharSequence.class.isAssignableFrom(raw)
                        && Set.of("upper", "lower", "title", "capitalize").contains(name);
        if (place != null && !own && !text) {
            report(
                    place,
                    "'" + path + "': " + raw.getSimpleName() + " has no '" + name + "'.",
                    Nearest.question(name, Accessors.names(raw)));
        }
        return null;
    }

    /// Types that answer names which only a running page knows, or that say nothing.
    private static boolean open(Class<?> raw) {
        return raw == Object.class
                || dev.quintet.kernel.template.TemplateObject.class.isAssignableFrom(raw)
                || raw == Record.class
                || raw.isPrimitive();
    }

    private void report(Place place, String message, @Nullable String hint) {
        CheckMessage finding = CheckMessage.error("template.E040", message, place.file()).at(place);
        found.add(hint == null ? finding : finding.hint(hint));
    }

    private static @Nullable Type declared(Class<?> owner, String name) {
        Type type = declaredAs(owner, name);
        if (type == null && name.indexOf('_') > 0) {
            return declaredAs(owner, Accessors.camelCase(name));
        }
        return type;
    }

    private static @Nullable Type declaredAs(Class<?> owner, String name) {
        RecordComponent[] components = owner.getRecordComponents();
        if (components != null) {
            for (RecordComponent component : components) {
                if (component.getName().equals(name)) {
                    return component.getGenericType();
                }
            }
        }
        for (Class<?> each : Accessors.lineage(owner)) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field.getGenericType();
                }
            }
        }
        String tail = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String method : List.of("get" + tail, "is" + tail, name)) {
            for (Class<?> each : Accessors.lineage(owner)) {
                for (Method candidate : each.getDeclaredMethods()) {
                    if (candidate.getName().equals(method) && candidate.getParameterCount() == 0) {
                        return candidate.getGenericReturnType();
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Type element(@Nullable Type type) {
        if (type == null) {
            return null;
        }
        Class<?> raw = raw(type);
        if (raw == null) {
            return null;
        }
        if (raw.isArray()) {
            return type instanceof GenericArrayType array
                    ? array.getGenericComponentType()
                    : raw.getComponentType();
        }
        if (Optional.class.isAssignableFrom(raw) || Supplier.class.isAssignableFrom(raw)) {
            return element(argument(type, 0));
        }
        boolean many =
                Collection.class.isAssignableFrom(raw)
                        || raw == Iterable.class
                        || BaseStream.class.isAssignableFrom(raw)
                        || Map.class.isAssignableFrom(raw);
        return many ? argument(type, 0) : null;
    }

    static @Nullable Class<?> raw(@Nullable Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> raw(parameterized.getRawType());
            case WildcardType wildcard -> raw(wildcard.getUpperBounds()[0]);
            case GenericArrayType _ -> Object[].class;
            case null, default -> null;
        };
    }

    private static @Nullable Type argument(@Nullable Type type, int at) {
        if (type instanceof WildcardType wildcard) {
            return argument(wildcard.getUpperBounds()[0], at);
        }
        return type instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments().length > at
                ? parameterized.getActualTypeArguments()[at]
                : null;
    }
}
