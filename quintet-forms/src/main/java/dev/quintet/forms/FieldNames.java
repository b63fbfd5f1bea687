package dev.quintet.forms;

import dev.quintet.kernel.error.Problem;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/// The names of a form's fields: those of the Java fields that hold them. Read once a class; a form
/// asks them through method handles then.
final class FieldNames {

    private static final ClassValue<List<FieldNames>> KNOWN =
            new ClassValue<>() {
                @Override
                protected List<FieldNames> computeValue(Class<?> type) {
                    return read(type);
                }
            };

    private final String name;
    private final MethodHandle getter;

    private FieldNames(String name, MethodHandle getter) {
        this.name = name;
        this.getter = getter;
    }

    /// Tells the fields of a form their names.
    static void tell(Form form) {
        for (FieldNames each : KNOWN.get(form.getClass())) {
            FormField<?, ?> field = each.of(form);
            if (field != null && field.plainName().isEmpty()) {
                field.named(each.name);
            }
        }
    }

    private FormField<?, ?> of(Form form) {
        try {
            return (FormField<?, ?>) (Object) getter.invokeExact((Object) form);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<FieldNames> read(Class<?> type) {
        var all = new ArrayList<FieldNames>();
        for (Class<?> at = type; at != null && at != Form.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (FormField.class.isAssignableFrom(field.getType())
                        && !Modifier.isStatic(field.getModifiers())) {
                    all.add(new FieldNames(field.getName(), getter(at, field)));
                }
            }
        }
        return all;
    }

    private static MethodHandle getter(Class<?> owner, Field field) {
        try {
            FieldNames.class.getModule().addReads(owner.getModule());
            boolean open = Modifier.isPublic(field.getModifiers()) && reachable(owner);
            MethodHandles.Lookup lookup =
                    open
                            ? MethodHandles.publicLookup()
                            : MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
            return lookup.unreflectGetter(field)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException closed) {
            throw new FormDefinitionException(
                    Problem.of(
                                    "forms.E003",
                                    "The field '"
                                            + field.getName()
                                            + "' of "
                                            + owner.getName()
                                            + " cannot be read.")
                            .because("Its module does not open the package to dev.quintet.forms.")
                            .fixedBy(
                                    "Make the form and its field public in an exported package, or"
                                            + " write 'opens "
                                            + owner.getPackageName()
                                            + " to dev.quintet.forms;' into module-info.java."),
                    closed);
        }
    }

    private static boolean reachable(Class<?> owner) {
        for (Class<?> at = owner; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return owner.getModule().isExported(owner.getPackageName(), FieldNames.class.getModule());
    }
}
