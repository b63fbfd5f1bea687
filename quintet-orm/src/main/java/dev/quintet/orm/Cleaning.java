package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.kernel.validate.Validator;
import dev.quintet.orm.state.FieldState;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks an object: its fields, then the object as a whole, then against the other rows. Django:
/// `Model.full_clean`.
final class Cleaning {

    private static final ValidationError NULL =
            ValidationError.of("This field cannot be null.", "null");
    private static final ValidationError BLANK =
            ValidationError.of("This field cannot be blank.", "blank");

    private Cleaning() {}

    static void check(Entity entity, Set<String> except) {
        ModelMapping<?> mapping = Mappings.of(entity);
        Errors errors = errors(mapping, entity, except);
        if (!errors.isEmpty()) {
            throw new InvalidException(mapping, errors);
        }
    }

    private static <M extends Entity> Errors errors(
            ModelMapping<M> mapping, Entity entity, Set<String> except) {
        M object = mapping.type().cast(entity);
        refusePart(mapping, object);
        mapping.attach(object);
        var errors = new Errors();
        for (int number = 0; number < mapping.columns().size(); number++) {
            FieldState field = mapping.columns().get(number);
            if (!except.contains(field.name())) {
                field(mapping, object, number, errors);
            }
        }
        for (ModelRelation relation : mapping.relations()) {
            if (relation.parted() && !except.contains(relation.name())) {
                parted(mapping, object, relation, errors);
            }
        }
        object.clean(errors);
        Set<String> out = new LinkedHashSet<>(except);
        out.addAll(errors.fields());
        var others = new UniqueCheck<>(mapping, object, out, errors);
        others.fields();
        out.addAll(errors.fields());
        others.constraints();
        return errors;
    }

    /// A relation that several columns keep is one field to whoever reads the errors.
    private static <M extends Entity> void parted(
            ModelMapping<M> mapping, M object, ModelRelation relation, Errors errors) {
        Object key = Relations.toOne(object, relation.name()).key();
        if (key != null) {
            led(mapping, object, relation, key, errors);
        } else if (!relation.fields(mapping).getFirst().nullable()) {
            errors.add(relation.name(), NULL);
        } else if (!mapping.described(relation.name()).blank()) {
            errors.add(relation.name(), BLANK);
        }
    }

    /// What was not loaded cannot be checked, and a check of the rest would say too much.
    private static void refusePart(ModelMapping<?> mapping, Entity object) {
        EntityState state = object.state;
        boolean part =
                state != null
                        && state.loaded() != null
                        && state.loaded().cardinality() < mapping.columns().size();
        if (part) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E166",
                                    "This "
                                            + mapping.state().name()
                                            + " was loaded in part: it cannot be checked.")
                            .fixedBy("Load it whole, or call refresh() first."));
        }
    }

    private static <M extends Entity> void field(
            ModelMapping<M> mapping, M object, int number, Errors errors) {
        FieldState field = mapping.columns().get(number);
        Object value = mapping.value(object, number);
        boolean byDatabase =
                field.generated() != null
                        || (field.primaryKey() && mapping.autoKey())
                        || (field.initial() != null && value == null)
                        || (field.relation() != null && field.relation().parentLink());
        if (byDatabase || (field.blank() && empty(value))) {
            return;
        }
        if (field.editable() && !present(mapping, object, number, value, errors)) {
            return;
        }
        if (empty(value)) {
            return;
        }
        for (Validator<?> validator : FieldValidators.of(field)) {
            add(validator, stored(mapping, object, number), field, errors);
        }
        for (Validator<?> validator : mapping.validators(number)) {
            add(validator, Objects.requireNonNull(value), field, errors);
        }
        if (mapping.fieldCodec(number) instanceof ValueType<?> type) {
            for (Validator<?> validator : type.validators()) {
                add(validator, Objects.requireNonNull(value), field, errors);
            }
        }
    }

    private static <M extends Entity> Object stored(ModelMapping<M> mapping, M object, int number) {
        return Objects.requireNonNull(mapping.stored(object, number));
    }

    /// {@return whether there is a value, and one that may be}
    private static <M extends Entity> boolean present(
            ModelMapping<M> mapping, M object, int number, @Nullable Object value, Errors errors) {
        FieldState field = mapping.columns().get(number);
        if (!field.choices().isEmpty() && value != null && !empty(value)) {
            Object stored = mapping.stored(object, number);
            boolean known =
                    field.choices().stream().anyMatch(choice -> choice.value().equals(stored));
            if (!known) {
                errors.add(
                        field.name(),
                        ValidationError.of(
                                        "Value %(value)s is not a valid choice.", "invalid_choice")
                                .with("value", String.valueOf(stored)));
                return false;
            }
        }
        if (value == null && !field.nullable()) {
            errors.add(field.name(), NULL);
            return false;
        }
        if (!field.blank() && empty(value)) {
            errors.add(field.name(), BLANK);
            return false;
        }
        ModelRelation relation = mapping.relation(field.name());
        return field.relation() == null
                || relation == null
                || value == null
                || led(mapping, object, relation, value, errors);
    }

    private static boolean led(
            ModelMapping<?> mapping,
            Entity object,
            ModelRelation relation,
            Object value,
            Errors errors) {
        ModelMapping<?> target = relation.target().get();
        boolean there =
                LimitTo.offered(mapping, relation)
                        .using(Relations.databaseOf(object))
                        .filter(KeyNodes.kept(relation, List.of(value)))
                        .exists();
        if (!there) {
            String kept =
                    relation.targetFields().stream()
                            .map(FieldState::name)
                            .collect(Collectors.joining(", "));
            errors.add(
                    relation.name(),
                    ValidationError.of(
                                    "%(model)s instance with %(field)s %(value)s does not exist.",
                                    "invalid")
                            .with("model", target.state().shownName())
                            .with("pk", value)
                            .with("field", kept)
                            .with("value", value));
        }
        return there;
    }

    @SuppressWarnings("unchecked") // a field's validators take what the field holds
    private static void add(Validator<?> validator, Object value, FieldState field, Errors errors) {
        ValidationError error = ((Validator<Object>) validator).validate(value);
        if (error != null) {
            errors.add(field.name(), error);
        }
    }

    static boolean empty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case CharSequence text -> text.isEmpty();
            case Slug slug -> slug.text().isEmpty();
            case StoredFile file -> !file.exists();
            case Collection<?> all -> all.isEmpty();
            case Map<?, ?> all -> all.isEmpty();
            default -> false;
        };
    }
}
