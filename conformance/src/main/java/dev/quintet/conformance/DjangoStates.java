package dev.quintet.conformance;

import dev.quintet.migrations.operations.FieldNames;
import dev.quintet.migrations.operations.TableNames;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.GeneratedColumn;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelOptions;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.state.StateExpression;
import dev.quintet.orm.state.Touch;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads models and fields as Django recorded them into our values.
final class DjangoStates {

    private DjangoStates() {}

    /// {@return a model of a list of models}
    static ModelState model(Map<?, ?> json) {
        return model(
                text(json, "app"),
                text(json, "name"),
                (List<?>) Objects.requireNonNull(json.get("fields")),
                map(json.get("options")),
                json.get("bases"));
    }

    static ModelState model(
            String app, String name, List<?> fields, Map<?, ?> options, @Nullable Object bases) {
        ModelState model = ModelState.of(app, name);
        if (options.get("db_table") instanceof String table) {
            model = model.inTable(table);
        }
        for (Object one : fields) {
            model = model.with(field(model, map(one)));
        }
        for (Object one : list(options.get("indexes"))) {
            model = model.with(index(map(one)));
        }
        for (Object one : list(options.get("constraints"))) {
            model = model.with(constraint(map(one)));
        }
        for (Object base : list(bases)) {
            if (base instanceof String label
                    && label.matches("\\w+\\.\\w+")
                    && !label.equals("models.Model")) {
                model = model.extending(label);
            }
        }
        return model.withUniqueTogether(together(options.get("unique_together")))
                .withOptions(options(model, options));
    }

    /// {@return whether a model is what users log in as, which is created first}
    static boolean isUser(Map<?, ?> json) {
        return list(json.get("bases")).stream()
                .anyMatch(base -> String.valueOf(base).matches(".*\\bAbstract(Base)?User"));
    }

    static ModelOptions options(ModelState model, Map<?, ?> json) {
        return model.options()
                .changed(draft -> {
                    draft.proxy(Boolean.TRUE.equals(json.get("proxy")));
                    if (Boolean.FALSE.equals(json.get("managed"))) {
                        draft.unmanaged();
                    }
                    if (json.get("verbose_name") instanceof String words) {
                        draft.named(words, words + "s");
                    }
                    if (json.get("db_table_comment") instanceof String comment) {
                        draft.comment(comment);
                    }
                    if (json.get("order_with_respect_to") instanceof String relation) {
                        draft.orderWithRespectTo(relation);
                    }
                    for (Object one : list(json.get("permissions"))) {
                        List<?> pair = list(one);
                        draft.permission(
                                String.valueOf(pair.getFirst()), String.valueOf(pair.getLast()));
                    }
                    draft.ordering(texts(json.get("ordering")).toArray(String[]::new));
                });
    }

    static List<List<String>> together(@Nullable Object json) {
        List<List<String>> sets = new ArrayList<>();
        for (Object one : list(json)) {
            sets.add(texts(one));
        }
        sets.sort(Comparator.comparing(Object::toString));
        return sets;
    }

    static FieldState field(ModelState model, Map<?, ?> json) {
        return field(model, text(json, "name"), json);
    }

    static FieldState field(ModelState model, String name, Map<?, ?> json) {
        Map<?, ?> kwargs = map(json.get("kwargs"));
        if (kwargs.containsKey("validators")) {
            throw new UncoveredException("validators in the state of fields");
        }
        FieldState field = FieldState.of(name, type(text(json, "type"), kwargs));
        if (kwargs.get("to") instanceof String to) {
            field = related(model, field, to, kwargs);
        }
        if (kwargs.get("db_column") instanceof String column) {
            field = field.inColumn(column);
        }
        if (truth(kwargs, "primary_key")) {
            field = field.asKey();
        }
        if (truth(kwargs, "unique")) {
            field = field.asUnique();
        }
        if (truth(kwargs, "null")) {
            field = field.orNull();
        }
        if (truth(kwargs, "db_index")) {
            field = field.indexed();
        }
        if (truth(kwargs, "blank")) {
            field = field.orBlank();
        }
        if (kwargs.get("upload_to") != null) {
            field = field.uploadedTo(String.valueOf(kwargs.get("upload_to")));
        }
        if (truth(kwargs, "auto_now_add")) {
            field = field.touched(Touch.ON_CREATE);
        }
        if (truth(kwargs, "auto_now")) {
            field = field.touched(Touch.ON_SAVE);
        }
        if (kwargs.containsKey("db_default")) {
            field = field.initially(said(kwargs.get("db_default")));
        }
        if (kwargs.containsKey("expression")) {
            field =
                    field.generatedBy(
                            new GeneratedColumn(
                                    said(kwargs.get("expression")), truth(kwargs, "db_persist")));
        }
        return kwargs.get("default") == null ? field : field.fallingBackTo(kwargs.get("default"));
    }

    /// Only whether two are the same matters here.
    private static StateExpression said(@Nullable Object json) {
        return new StateExpression.Raw(String.valueOf(json));
    }

    private static FieldState related(
            ModelState model, FieldState field, String to, Map<?, ?> kwargs) {
        String target =
                to.contains(".") ? to : model.app() + "." + (to.equals("self") ? model.name() : to);
        if (!field.hasColumn()) {
            return field.leadingTo(
                    RelationState.through(target, between(model, field, target, kwargs)));
        }
        RelationState relation = RelationState.to(target, onDelete(kwargs.get("on_delete")));
        if (kwargs.get("to_field") instanceof String tied) {
            relation = relation.toField(tied);
        }
        FieldState related = field.indexed().leadingTo(relation);
        return related.inColumn(FieldNames.column(related));
    }

    private static RelationState.Through between(
            ModelState model, FieldState field, String target, Map<?, ?> kwargs) {
        String from = model.name().toLowerCase(Locale.ROOT) + "_id";
        String to = target.substring(target.indexOf('.') + 1).toLowerCase(Locale.ROOT) + "_id";
        String table = model.table() + "_" + field.name();
        return kwargs.get("through") instanceof String through
                ? new RelationState.Through(
                        TableNames.usual(model.app(), through), from, to, through)
                : new RelationState.Through(table, from, to);
    }

    private static OnDelete onDelete(@Nullable Object json) {
        String name = String.valueOf(map(json).get("$func"));
        return OnDelete.valueOf(name.substring(name.lastIndexOf('.') + 1));
    }

    private static FieldType type(String type, Map<?, ?> kwargs) {
        int length = kwargs.get("max_length") instanceof Number n ? n.intValue() : 0;
        return switch (type) {
            case "models.AutoField" -> FieldType.auto32();
            case "models.BigAutoField" -> FieldType.bigAuto();
            case "models.CharField" -> FieldType.text(length);
            case "models.SlugField" -> FieldType.slug(length);
            case "models.URLField" -> FieldType.url(length);
            case "models.TextField" -> FieldType.text();
            case "models.IntegerField" -> FieldType.int32();
            case "models.BigIntegerField" -> FieldType.int64();
            case "models.SmallIntegerField" -> FieldType.int16();
            case "models.PositiveIntegerField" -> FieldType.int32().orMore();
            case "models.BooleanField" -> FieldType.bool();
            case "models.FloatField" -> FieldType.float64();
            case "models.UUIDField" -> FieldType.uuid();
            case "models.JSONField" -> FieldType.json();
            case "models.DateField" -> FieldType.date();
            case "models.DateTimeField" -> FieldType.dateTime();
            case "models.TimeField" -> FieldType.time();
            case "models.FileField" -> FieldType.file(length);
            case "models.ForeignKey" -> FieldType.foreignKey();
            case "models.OneToOneField" -> FieldType.oneToOne();
            case "models.ManyToManyField" -> FieldType.manyToMany();
            case "models.GeneratedField" -> FieldType.of("GeneratedField", new SqlType.Int());
            default -> throw new UncoveredException("the field type " + type);
        };
    }

    static IndexState index(Map<?, ?> json) {
        Map<?, ?> kwargs = map(json.get("kwargs"));
        List<IndexState.Part> parts = new ArrayList<>();
        for (Object expression : list(json.get("args"))) {
            parts.add(new IndexState.Part(null, new Node.Value(expression), false, ""));
        }
        for (String field : texts(kwargs.get("fields"))) {
            parts.add(IndexState.Part.of(field));
        }
        return new IndexState(
                String.valueOf(kwargs.get("name")),
                parts,
                condition(kwargs),
                texts(kwargs.get("include")),
                text(json, "$deconstruct").replace("django.db.models.Index", ""));
    }

    static ConstraintState constraint(Map<?, ?> json) {
        Map<?, ?> kwargs = map(json.get("kwargs"));
        String name = text(kwargs, "name");
        String message = String.valueOf(kwargs.get("violation_error_message"));
        String code = String.valueOf(kwargs.get("violation_error_code"));
        if (text(json, "$deconstruct").endsWith("CheckConstraint")) {
            return new ConstraintState.Check(
                    name, Objects.requireNonNull(condition(kwargs)), message, code);
        }
        if (!text(json, "$deconstruct").endsWith("UniqueConstraint")) {
            throw new UncoveredException("the constraint " + json.get("$deconstruct"));
        }
        List<IndexState.Part> parts = new ArrayList<>();
        for (Object expression : list(json.get("args"))) {
            parts.add(new IndexState.Part(null, new Node.Value(expression), false, ""));
        }
        for (String field : texts(kwargs.get("fields"))) {
            parts.add(IndexState.Part.of(field));
        }
        return new ConstraintState.Unique(
                name,
                parts,
                condition(kwargs),
                texts(kwargs.get("include")),
                ConstraintState.Deferral.NEVER,
                (Boolean) kwargs.get("nulls_distinct"),
                message,
                code);
    }

    /// Only whether two are the same matters here.
    private static @Nullable Node condition(Map<?, ?> kwargs) {
        Object condition = kwargs.get("condition");
        return condition == null ? null : new Node.Value(condition);
    }

    static Map<?, ?> map(@Nullable Object json) {
        return json instanceof Map<?, ?> map ? map : Map.of();
    }

    /// {@return a list, a tuple or a set}
    static List<?> list(@Nullable Object json) {
        return switch (json) {
            case List<?> list -> list;
            case Map<?, ?> tagged when tagged.size() == 1 ->
                    tagged.values().iterator().next() instanceof List<?> list ? list : List.of();
            case null, default -> List.of();
        };
    }

    static List<String> texts(@Nullable Object json) {
        return list(json).stream().map(String::valueOf).toList();
    }

    static String text(Map<?, ?> json, String name) {
        return String.valueOf(json.get(name));
    }

    private static boolean truth(Map<?, ?> json, String name) {
        return Boolean.TRUE.equals(json.get(name));
    }
}
