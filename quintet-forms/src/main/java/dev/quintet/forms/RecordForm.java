package dev.quintet.forms;

import dev.quintet.forms.widget.Choices;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.validate.Validator;
import dev.quintet.orm.BeanConstraints;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A form for the components of a record, with the rules of its Jakarta Validation annotations.
///
/// ```java
/// public record Signup(@Email String email, @Size(max = 40) String name, @Nullable LocalDate born) {}
///
/// var form = RecordForm.of(Signup.class);
/// if (form.accepts(request)) { Signup signup = form.record(); }
/// ```
///
/// A component may be left empty where it is `@Nullable` or a `boolean`. The annotations are told
/// by their names, the library itself is not needed. The record is read once, when the form is
/// made; a modular site opens its package to `dev.quintet.forms`. Belongs to one thread.
///
/// @param <R> the record
public final class RecordForm<R extends Record> extends Form {

    private static final String JAKARTA = "jakarta.validation.constraints.";

    private final Class<R> type;

    private RecordForm(Class<R> type) {
        this.type = type;
        for (RecordComponent component : components(type)) {
            FormField<?, ?> field = made(component);
            boolean optional =
                    component.getType() == boolean.class
                            || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            field.required(!optional);
            adding(component.getName(), field);
        }
    }

    /// {@return a form for the components of a record}
    ///
    /// @throws FormDefinitionException when a component is of a type that no field gives
    public static <R extends Record> RecordForm<R> of(Class<R> type) {
        return new RecordForm<>(type);
    }

    private static List<RecordComponent> components(Class<?> type) {
        RecordComponent[] all = type.getRecordComponents();
        return all == null ? List.of() : Arrays.asList(all);
    }

    @SuppressWarnings("unchecked") // each field is of its own class
    private <F extends FormField<?, F>> void adding(String name, FormField<?, ?> field) {
        addField(name, (F) field);
    }

    private static FormField<?, ?> made(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return ruled(text(component), component);
        }
        if (type == int.class || type == Integer.class) {
            return ruled(new IntegerField(), component);
        }
        if (type == long.class || type == Long.class) {
            return ruled(new LongField(), component);
        }
        if (type == double.class || type == Double.class) {
            return ruled(new FloatField(), component);
        }
        if (type == BigDecimal.class) {
            return ruled(new DecimalField(), component);
        }
        if (type == boolean.class) {
            return ruled(new BooleanField(), component);
        }
        if (type == Boolean.class) {
            return ruled(new NullBooleanField(), component);
        }
        return type.isEnum() ? choices(type, component) : timed(type, component);
    }

    private static FormField<?, ?> timed(Class<?> type, RecordComponent component) {
        if (type == LocalDate.class) {
            return ruled(new DateField(), component);
        }
        if (type == LocalTime.class) {
            return ruled(new TimeField(), component);
        }
        if (type == LocalDateTime.class) {
            return ruled(new DateTimeField(), component);
        }
        if (type == Instant.class) {
            return ruled(new InstantField(), component);
        }
        if (type == Duration.class) {
            return ruled(new DurationField(), component);
        }
        if (type == UUID.class) {
            return ruled(new UuidField(), component);
        }
        throw new FormDefinitionException(
                Problem.of(
                                "forms.E015",
                                "The component '"
                                        + component.getName()
                                        + "' of "
                                        + component.getDeclaringRecord().getName()
                                        + " has no form field.")
                        .because("It is a " + type.getName() + ".")
                        .fixedBy("Write a form for this record: a class that extends Form."));
    }

    private static TextualField<?> text(RecordComponent component) {
        TextualField<?> field =
                annotation(component, "Email") == null ? new CharField() : new EmailField();
        Annotation size = annotation(component, "Size");
        if (size != null) {
            int most = (int) value(size, "max");
            int least = (int) value(size, "min");
            if (most < Integer.MAX_VALUE) {
                field.maxLength(most);
            }
            if (least > 0) {
                field.minLength(least);
            }
        }
        return field;
    }

    private static FormField<?, ?> choices(Class<?> type, RecordComponent component) {
        return ruled(ChoiceField.of(ofEnum(type.asSubclass(Enum.class))), component);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an enum's constants are its choices
    private static Choices<Object> ofEnum(Class<? extends Enum> type) {
        return (Choices<Object>) (Choices<?>) Choices.of((Class) type);
    }

    /// Adds the rules of annotations that the field itself has none for.
    private static FormField<?, ?> ruled(FormField<?, ?> field, RecordComponent component) {
        for (Annotation one : component.getAccessor().getAnnotations()) {
            String name = one.annotationType().getName();
            Validator<Object> rule = name.startsWith(JAKARTA) ? rule(one, name) : null;
            if (rule != null) {
                field.validator(rule);
            }
        }
        return field;
    }

    private static @Nullable Validator<Object> rule(Annotation one, String name) {
        String kind = name.substring(JAKARTA.length());
        return switch (kind) {
            case "NotBlank" -> BeanConstraints.notBlank();
            case "Pattern" -> BeanConstraints.pattern((String) value(one, "regexp"));
            case "Min" -> BeanConstraints.min(value(one, "value").toString(), true);
            case "Max" -> BeanConstraints.max(value(one, "value").toString(), true);
            case "DecimalMin" ->
                    BeanConstraints.min(
                            (String) value(one, "value"), (boolean) value(one, "inclusive"));
            case "DecimalMax" ->
                    BeanConstraints.max(
                            (String) value(one, "value"), (boolean) value(one, "inclusive"));
            case "Positive", "PositiveOrZero", "Negative", "NegativeOrZero" ->
                    BeanConstraints.sign(kind);
            case "Digits" ->
                    BeanConstraints.digits(
                            (int) value(one, "integer"), (int) value(one, "fraction"));
            case "AssertTrue" -> BeanConstraints.truth(true);
            case "AssertFalse" -> BeanConstraints.truth(false);
            case "Past", "PastOrPresent", "Future", "FutureOrPresent" -> BeanConstraints.when(kind);
            default -> null;
        };
    }

    private static @Nullable Annotation annotation(RecordComponent component, String name) {
        for (Annotation one : component.getAccessor().getAnnotations()) {
            if (one.annotationType().getName().equals(JAKARTA + name)) {
                return one;
            }
        }
        return null;
    }

    private static Object value(Annotation annotation, String name) {
        try {
            return annotation.annotationType().getMethod(name).invoke(annotation);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// {@return the record that the submitted values make}
    ///
    /// @throws NoValueException when the form is not valid
    public R record() {
        if (!isValid()) {
            throw new NoValueException(
                    Problem.of("forms.E016", "A form that is not valid makes no record.")
                            .fixedBy("Ask form.accepts(request) first."));
        }
        var values = new ArrayList<@Nullable Object>();
        for (RecordComponent component : components(type)) {
            values.add(get(component.getName()).field().value());
        }
        return type.cast(construct(values));
    }

    /// Calls the canonical constructor, which may refuse by itself.
    private Object construct(List<@Nullable Object> values) {
        Class<?>[] types =
                components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            FieldNames.class.getModule().addReads(type.getModule());
            MethodHandle constructor =
                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                            .findConstructor(type, MethodType.methodType(void.class, types));
            return constructor.invokeWithArguments(values);
        } catch (IllegalAccessException | NoSuchMethodException closed) {
            throw new FormDefinitionException(
                    Problem.of("forms.E017", "The record " + type.getName() + " cannot be made.")
                            .because("Its module does not open the package to dev.quintet.forms.")
                            .fixedBy(
                                    "Write 'opens "
                                            + type.getPackageName()
                                            + " to dev.quintet.forms;' into module-info.java."),
                    closed);
        } catch (RuntimeException | Error itsOwn) {
            throw itsOwn;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
