package dev.quintet.orm;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.kernel.text.Words;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.tree.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds an object against the other rows, before the database does. Django: `validate_unique`,
/// `validate_constraints`.
///
/// @param <M> the object's model
final class UniqueCheck<M extends Entity> {

    private final ModelMapping<M> mapping;
    private final M object;
    private final Set<String> out;
    private final Errors errors;
    private final Database database;

    /// @param out names of fields that are not looked at, such as those that are wrong already
    UniqueCheck(ModelMapping<M> mapping, M object, Set<String> out, Errors errors) {
        this.mapping = mapping;
        this.object = object;
        this.out = out;
        this.errors = errors;
        this.database = Databases.current().get(Relations.databaseOf(object));
    }

    /// Looks at unique fields, and at those that are unique together.
    void fields() {
        for (ModelMapping<?> level : Saving.levels(mapping)) {
            for (FieldState field : level.state().columns()) {
                boolean key =
                        field.primaryKey() && object.state == null && !level.hasCompositeKey();
                boolean tie = field.relation() != null && field.relation().parentLink();
                if (!tie && (key || (field.unique() && !field.primaryKey()))) {
                    together(level, List.of(field.name()));
                }
            }
            if (level.hasCompositeKey() && object.state == null) {
                together(level, key(level));
            }
            for (FieldState field : level.state().fields()) {
                if (field.unique() && !field.hasColumn() && field.relation() != null) {
                    together(level, field.relation().parts());
                }
            }
            level.state().uniqueTogether().forEach(names -> together(level, names));
        }
        mapping.uniqueFor().forEach(this::onDate);
    }

    /// The fields of a key, a relation that several columns keep as one.
    private static List<String> key(ModelMapping<?> level) {
        return level.keyFields().stream()
                .map(field ->
                        level.relations().stream()
                                .filter(relation -> relation.parts().contains(field.name()))
                                .map(ModelRelation::name)
                                .findFirst()
                                .orElse(field.name()))
                .distinct()
                .toList();
    }

    private void onDate(UniqueFor unique) {
        Map<String, Object> values = values(List.of(unique.field(), unique.date()));
        if (values == null) {
            return;
        }
        Object date = Objects.requireNonNull(values.get(unique.date()));
        LocalDate day =
                switch (date) {
                    case Instant point -> LocalDate.ofInstant(point, TimeZones.active());
                    case LocalDateTime local -> local.toLocalDate();
                    default -> (LocalDate) date;
                };
        String lookup =
                date instanceof LocalDate && unique.part().equals("date")
                        ? unique.date()
                        : unique.date() + "__" + unique.part();
        Object part =
                switch (unique.part()) {
                    case "month" -> day.getMonthValue();
                    case "year" -> day.getYear();
                    default -> day;
                };
        QuerySet<M> others =
                QuerySet.of(mapping)
                        .using(database.alias())
                        .filter(unique.field(), mapping.read(object, unique.field()))
                        .filter(lookup, part);
        Object key = object.state == null ? null : Keys.of(object);
        if (key != null) {
            others = others.filter(new Node.Not(Loading.byKey(mapping, key)));
        }
        if (others.exists()) {
            errors.add(
                    unique.field(),
                    ValidationError.of(
                                    "%(field_label)s must be unique for %(date_field_label)s %(lookup_type)s.",
                                    "unique_for_date")
                            .with("model", mapping.state().label())
                            .with("model_name", Words.capFirst(mapping.state().shownName()))
                            .with("lookup_type", shownPart(unique.part()))
                            .with("field", unique.field())
                            .with("field_label", Words.capFirst(label(unique.field())))
                            .with("date_field", unique.date())
                            .with("date_field_label", Words.capFirst(label(unique.date()))));
        }
    }

    private void together(ModelMapping<?> level, List<String> names) {
        Map<String, Object> values = values(names);
        if (values == null) {
            return;
        }
        var found = new OtherRows<>(mapping, level, object, database);
        for (Map.Entry<String, Object> one : values.entrySet()) {
            found.equal(one.getKey(), one.getValue());
        }
        if (found.any()) {
            errors.add(
                    names.size() == 1 ? names.getFirst() : Errors.ALL,
                    unique(level.state(), names));
        }
    }

    /// {@return the values of fields, or `null` where one is out or has none: NULL meets nothing}
    private @Nullable Map<String, Object> values(List<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : Saving.parts(mapping, names)) {
            int number = mapping.number(name);
            Object stored = out.contains(name) ? null : mapping.stored(object, number);
            boolean unset = mapping.columns().get(number).primaryKey() && Keys.of(object) == null;
            if (stored == null || unset) {
                return null;
            }
            values.put(name, stored);
        }
        return values;
    }

    private ValidationError unique(ModelState state, List<String> names) {
        List<String> labels = names.stream().map(name -> Words.capFirst(label(name))).toList();
        ValidationError error =
                names.size() == 1
                        ? ValidationError.of(
                                        "%(model_name)s with this %(field_label)s already exists.",
                                        "unique")
                                .with("field_label", labels.getFirst())
                        : ValidationError.of(
                                        "%(model_name)s with this %(field_labels)s already exists.",
                                        "unique_together")
                                .with("field_labels", listed(labels));
        return error.with("model", state.label())
                .with("model_name", Words.capFirst(state.shownName()))
                .with("unique_check", names);
    }

    private String label(String name) {
        return mapping.described(name).shownName();
    }

    private static String shownPart(String part) {
        return switch (part) {
            case "year" -> gettext("year");
            case "month" -> gettext("month");
            default -> gettext("date");
        };
    }

    private static String listed(List<String> labels) {
        return Words.list(labels, gettext("and"));
    }

    /// Looks at the constraints.
    void constraints() {
        for (ModelMapping<?> level : Saving.levels(mapping)) {
            for (ConstraintState constraint : level.state().constraints()) {
                switch (constraint) {
                    case ConstraintState.Check check -> check(level, check);
                    case ConstraintState.Unique unique -> unique(level, unique);
                    case ConstraintState.Exclusion exclusion -> exclusion(level, exclusion);
                }
            }
        }
    }

    private void check(ModelMapping<?> level, ConstraintState.Check check) {
        if (FieldNames.in(check.condition()).stream().anyMatch(out::contains)) {
            return;
        }
        if (new OtherRows<>(mapping, level, object, database).isFalse(check.condition())) {
            errors.add(violated(check));
        }
    }

    private void unique(ModelMapping<?> level, ConstraintState.Unique unique) {
        if (named(unique.parts(), unique.condition()).stream().anyMatch(out::contains)) {
            return;
        }
        var found = new OtherRows<>(mapping, level, object, database);
        if (!found.meets(unique.condition())) {
            return;
        }
        boolean nullsMeet = Boolean.FALSE.equals(unique.nullsDistinct());
        for (IndexState.Part part : unique.parts()) {
            if (!found.equal(part, nullsMeet)) {
                return;
            }
        }
        if (!found.any()) {
            return;
        }
        boolean plain =
                unique.message().isEmpty()
                        && unique.condition() == null
                        && unique.fields().size() == unique.parts().size();
        if (plain) {
            List<String> fields = unique.fields();
            errors.add(
                    fields.size() == 1 ? fields.getFirst() : Errors.ALL,
                    unique(level.state(), fields));
        } else {
            errors.add(violated(unique));
        }
    }

    private void exclusion(ModelMapping<?> level, ConstraintState.Exclusion exclusion) {
        List<IndexState.Part> parts =
                exclusion.parts().stream().map(ConstraintState.Against::part).toList();
        boolean able = database.dialect().name().equals("postgresql");
        if (!able || named(parts, exclusion.condition()).stream().anyMatch(out::contains)) {
            return;
        }
        var found = new OtherRows<>(mapping, level, object, database);
        if (!found.meets(exclusion.condition())) {
            return;
        }
        for (ConstraintState.Against against : exclusion.parts()) {
            if (!found.compare(against.part(), against.operator())) {
                return;
            }
        }
        if (found.any()) {
            errors.add(violated(exclusion));
        }
    }

    private static Set<String> named(List<IndexState.Part> parts, @Nullable Node condition) {
        List<Node> nodes = new ArrayList<>();
        Set<String> names =
                parts.stream()
                        .map(IndexState.Part::field)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        parts.stream()
                .map(IndexState.Part::expression)
                .filter(Objects::nonNull)
                .forEach(nodes::add);
        if (condition != null) {
            nodes.add(condition);
        }
        nodes.forEach(node -> names.addAll(FieldNames.in(node)));
        return names;
    }

    private static ValidationError violated(ConstraintState constraint) {
        String message =
                constraint.message().isEmpty()
                        ? gettextNoop("Constraint “%(name)s” is violated.")
                        : constraint.message();
        String code = constraint.code().isEmpty() ? "constraint" : constraint.code();
        return ValidationError.of(message, code).with("name", constraint.name());
    }
}
