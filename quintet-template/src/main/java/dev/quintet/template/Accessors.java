package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.AltersData;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds how an attribute of a class is read, once a class and name.
///
/// The rule: record components, public fields, getters, methods without parameters that return
/// something; of project types all that are not private, of Java's own types those of {@link
/// JavaTypes} only; never Object's; never what is marked {@link AltersData}. A name of Python's
/// making (`is_new`) also finds its Java form (`isNew`).
final class Accessors {

    private static final ClassValue<Map<String, Accessor>> KNOWN =
            new ClassValue<>() {
                @Override
                protected Map<String, Accessor> computeValue(Class<?> type) {
                    return new ConcurrentHashMap<>();
                }
            };

    private Accessors() {}

    /// {@return how `name` of `type` is read, or `null` when it has none}
    static @Nullable Accessor of(Class<?> type, String name) {
        Map<String, Accessor> known = KNOWN.get(type);
        Accessor found = known.get(name);
        if (found == null) {
            found = find(type, name);
            if (found == null && name.indexOf('_') > 0) {
                found = find(type, camelCase(name));
            }
            if (found != null) {
                known.put(name, found);
            }
        }
        return found;
    }

    /// {@return the names that {@link #of} finds for `type`, for "did you mean"}
    static Set<String> names(Class<?> type) {
        var names = new TreeSet<String>();
        for (Class<?> each : lineage(type)) {
            for (Method method : each.getDeclaredMethods()) {
                if (isValue(method) && isAllowed(type, method) && !isRefused(type, method)) {
                    names.add(bareName(method.getName()));
                }
            }
            for (Field field : each.getDeclaredFields()) {
                if (isPublicField(each, field)) {
                    names.add(field.getName());
                }
            }
        }
        return names;
    }

    private static @Nullable Accessor find(Class<?> type, String name) {
        RecordComponent[] components = type.getRecordComponents();
        if (components != null) {
            for (RecordComponent component : components) {
                if (component.getName().equals(name)) {
                    return method(type, component.getAccessor());
                }
            }
        }
        Set<Class<?>> lineage = lineage(type);
        for (Class<?> each : lineage) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name) && isPublicField(each, field)) {
                    return field(field);
                }
            }
        }
        String tail = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        Accessor getter = named(type, lineage, "get" + tail);
        if (getter == null) {
            getter = named(type, lineage, "is" + tail);
        }
        return getter != null ? getter : named(type, lineage, name);
    }

    private static @Nullable Accessor named(
            Class<?> type, Set<Class<?>> lineage, String methodName) {
        for (Class<?> each : lineage) {
            Method method = declared(each, methodName);
            if (method != null && isValue(method) && isAllowed(type, method)) {
                return isRefused(type, method) ? Accessor.REFUSED : method(type, method);
            }
        }
        return null;
    }

    private static boolean isValue(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && method.getReturnType() != Void.class
                && !Modifier.isStatic(method.getModifiers())
                && !Modifier.isPrivate(method.getModifiers())
                && !method.isSynthetic();
    }

    private static boolean isPublicField(Class<?> owner, Field field) {
        return Modifier.isPublic(field.getModifiers())
                && !Modifier.isStatic(field.getModifiers())
                && !JavaTypes.isJavas(owner);
    }

    /// Whether every declaration of the method that is Java's own is on the list, and none is
    /// Object's.
    private static boolean isAllowed(Class<?> type, Method method) {
        String name = method.getName();
        if (JavaTypes.isObjects(name)) {
            return false;
        }
        boolean javas = false;
        for (Class<?> each : lineage(type)) {
            if (JavaTypes.isJavas(each) && declares(each, name)) {
                if (JavaTypes.allows(each, name)) {
                    return true;
                }
                javas = true;
            }
        }
        return !javas;
    }

    private static boolean isRefused(Class<?> type, Method method) {
        for (Class<?> each : lineage(type)) {
            if (each.isAnnotationPresent(AltersData.class) && declares(each, method.getName())) {
                return true;
            }
            Method declared = declared(each, method.getName());
            if (declared != null && declared.isAnnotationPresent(AltersData.class)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(Class<?> type, String methodName) {
        return declared(type, methodName) != null;
    }

    private static @Nullable Method declared(Class<?> type, String methodName) {
        try {
            return type.getDeclaredMethod(methodName);
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    /// The class, its superclasses, then all their interfaces; without Object.
    static Set<Class<?>> lineage(Class<?> type) {
        var all = new LinkedHashSet<Class<?>>();
        var interfaces = new ArrayDeque<Class<?>>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            all.add(at);
            interfaces.addAll(Set.of(at.getInterfaces()));
        }
        while (!interfaces.isEmpty()) {
            Class<?> next = interfaces.remove();
            if (all.add(next)) {
                interfaces.addAll(Set.of(next.getInterfaces()));
            }
        }
        return all;
    }

    private static Accessor method(Class<?> type, Method found) {
        Method method = reachable(type, found);
        Class<?> owner = method.getDeclaringClass();
        MethodHandles.Lookup lookup = lookup(owner);
        try {
            MethodHandle handle = lookup.unreflect(method);
            if (!JavaTypes.isJavas(owner) && lookup.hasFullPrivilegeAccess()) {
                return spin(lookup, handle);
            }
            return handle(handle);
        } catch (IllegalAccessException closed) {
            throw notOpen(owner, method.getName(), closed);
        } catch (LambdaConversionException unfit) {
            throw new IllegalStateException(unfit);
        }
    }

    /// A public declaration of the method in an exported type, where there is one: no module need
    /// be opened for it.
    private static Method reachable(Class<?> type, Method method) {
        for (Class<?> each : lineage(type)) {
            boolean exported =
                    Modifier.isPublic(each.getModifiers())
                            && each.getModule().isExported(each.getPackageName(), self());
            Method candidate = exported ? declared(each, method.getName()) : null;
            if (candidate != null
                    && Modifier.isPublic(candidate.getModifiers())
                    && (!JavaTypes.isJavas(each) || JavaTypes.allows(each, method.getName()))) {
                return candidate;
            }
        }
        return method;
    }

    private static Accessor field(Field field) {
        Class<?> owner = field.getDeclaringClass();
        try {
            return handle(lookup(owner).unreflectGetter(field));
        } catch (IllegalAccessException closed) {
            throw notOpen(owner, field.getName(), closed);
        }
    }

    private static MethodHandles.Lookup lookup(Class<?> owner) {
        self().addReads(owner.getModule());
        if (JavaTypes.isJavas(owner)) {
            return MethodHandles.publicLookup();
        }
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
            return MethodHandles.publicLookup(); // enough for public members of exported packages
        }
    }

    private static Accessor handle(MethodHandle handle) {
        MethodHandle general = handle.asType(MethodType.methodType(Object.class, Object.class));
        return new Accessor(
                target -> {
                    try {
                        return general.invokeExact(target);
                    } catch (Throwable thrown) {
                        throw Variable.unchecked(thrown);
                    }
                },
                general);
    }

    /// A class of its own for the method: what the compiler can see through is fast.
    private static Accessor spin(MethodHandles.Lookup lookup, MethodHandle handle)
            throws LambdaConversionException {
        CallSite site =
                LambdaMetafactory.metafactory(
                        lookup,
                        "apply",
                        MethodType.methodType(Function.class),
                        MethodType.methodType(Object.class, Object.class),
                        handle,
                        handle.type().wrap());
        return new Accessor(
                reader(site), handle.asType(MethodType.methodType(Object.class, Object.class)));
    }

    @SuppressWarnings("unchecked") // the site was just made to give such a function
    private static Function<Object, @Nullable Object> reader(CallSite site) {
        try {
            return (Function<Object, @Nullable Object>) (Object) site.getTarget().invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TemplateRenderException notOpen(
            Class<?> owner, String member, Exception closed) {
        String module = owner.getModule().isNamed() ? owner.getModule().getName() : "its module";
        return new TemplateRenderException(
                Problem.of(
                                "template.E031",
                                "Templates cannot reach '"
                                        + member
                                        + "' of "
                                        + owner.getName()
                                        + ".")
                        .because(
                                module
                                        + " does not open the package "
                                        + owner.getPackageName()
                                        + ".")
                        .fixedBy(
                                "Write 'opens "
                                        + owner.getPackageName()
                                        + " to dev.quintet.template;' into its module-info.java."),
                closed);
    }

    private static Module self() {
        return Accessors.class.getModule();
    }

    static String camelCase(String name) {
        var out = new StringBuilder(name.length());
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = !out.isEmpty();
            } else {
                out.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return out.toString();
    }

    private static String bareName(String method) {
        int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        if (prefix == 0
                || method.length() == prefix
                || !Character.isUpperCase(method.charAt(prefix))) {
            return method;
        }
        return Character.toLowerCase(method.charAt(prefix)) + method.substring(prefix + 1);
    }
}
