package dev.quintet.migrations.source;

import dev.quintet.migrations.operations.FieldNames;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.state.StateExpression;
import dev.quintet.orm.state.Touch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Fields in the words of a migration: the shortest that make an equal one, and all that is known
/// where no words do.
final class Fields {

    private final Values values;
    private final Map<String, String> named;

    /// @param named the names of the settings that name models, by their labels in small letters
    Fields(Values values, Map<String, String> named) {
        this.values = values;
        this.named = named;
    }

    Code of(FieldState field) {
        var chain = begin(field);
        chain.then(
                !chain.state.column().equals(field.column()),
                state -> state.inColumn(field.column()),
                "inColumn",
                field.column());
        chain.then(field.nullable(), FieldState::orNull, "orNull");
        boolean touched = field.touch() != Touch.NEVER;
        chain.then(touched, state -> state.touched(field.touch()), "touched", field.touch());
        chain.then(field.blank() && !chain.state.blank(), FieldState::orBlank, "orBlank");
        chain.then(field.primaryKey() && !chain.state.primaryKey(), FieldState::asKey, "asKey");
        chain.then(field.unique() && !chain.state.unique(), FieldState::asUnique, "asUnique");
        chain.then(field.index() && !chain.state.index(), FieldState::indexed, "indexed");
        initial(chain, field.initial());
        var generated = field.generated();
        if (generated != null) {
            chain.then(true, state -> state.generatedBy(generated), "generatedBy", generated);
        }
        chain.then(
                field.fallback() != null,
                state -> state.fallingBackTo(field.fallback()),
                "fallingBackTo",
                field.fallback());
        chain.then(
                !field.choices().isEmpty(),
                state -> state.among(field.choices()),
                "among",
                field.choices());
        chain.then(
                !chain.state.verboseName().equals(field.verboseName()),
                state -> state.named(field.verboseName()),
                "named",
                field.verboseName());
        chain.then(
                !field.helpText().isEmpty(),
                state -> state.help(field.helpText()),
                "help",
                field.helpText());
        chain.then(
                !field.comment().isEmpty(),
                state -> state.commented(field.comment()),
                "commented",
                field.comment());
        chain.then(
                !field.uploadTo().isEmpty(),
                state -> state.uploadedTo(field.uploadTo()),
                "uploadedTo",
                field.uploadTo());
        chain.then(!field.editable() && chain.state.editable(), FieldState::hidden, "hidden");
        chain.then(field.secret(), FieldState::asSecret, "asSecret");
        return chain.state.equals(field) ? chain.code() : values.of(field);
    }

    private static void initial(Chain chain, @Nullable StateExpression initial) {
        switch (initial) {
            case null -> {}
            case StateExpression.Raw(String sql) ->
                    chain.then(true, state -> state.initially(sql), "initially", sql);
            case StateExpression.Tree _ ->
                    chain.then(true, state -> state.initially(initial), "initially", initial);
        }
    }

    private Chain begin(FieldState field) {
        FieldState id = FieldState.of("id", FieldType.bigAuto()).asKey();
        RelationState relation = field.relation();
        if (field.name().equals("id") && field.type().equals(FieldType.bigAuto())) {
            return new Chain(Code.call("id"), id);
        }
        if (relation == null) {
            return new Chain(
                    Code.call("field", List.of(values.of(field.name()), type(field.type()))),
                    FieldState.of(field.name(), field.type()));
        }
        FieldState bare = FieldState.of(field.name(), field.type());
        return switch (field.type().name()) {
            case "ForeignKey" ->
                    new Chain(
                            related("foreignKey", field, relation),
                            bare.inColumn(FieldNames.keyColumn(field.name(), relation))
                                    .indexed()
                                    .leadingTo(relation));
            case "OneToOneField" ->
                    new Chain(
                            related("oneToOne", field, relation),
                            bare.inColumn(FieldNames.keyColumn(field.name(), relation))
                                    .asUnique()
                                    .leadingTo(relation));
            default -> new Chain(related("manyToMany", field, relation), bare.leadingTo(relation));
        };
    }

    private Code target(RelationState relation) {
        String setting = named.get(relation.target().toLowerCase(Locale.ROOT));
        return setting == null
                ? values.of(relation.target())
                : Code.call("modelOf", List.of(values.of(setting)));
    }

    private Code related(String word, FieldState field, RelationState relation) {
        Code name = values.of(field.name());
        Code target = target(relation);
        RelationState.Through through = relation.through();
        if (through == null
                && relation.equals(RelationState.to(relation.target(), relation.onDelete()))) {
            return Code.call(word, List.of(name, target, values.of(relation.onDelete())));
        }
        boolean plain =
                through != null
                        && through.model() == null
                        && relation.equals(RelationState.through(relation.target(), through));
        if (through != null && plain) {
            return Code.call(
                    word,
                    List.of(
                            name,
                            target,
                            values.of(through.table()),
                            values.of(through.from()),
                            values.of(through.to())));
        }
        return Code.call(word, List.of(name, relation(relation)));
    }

    private Code relation(RelationState relation) {
        String word = values.name(RelationState.class);
        RelationState.Through through = relation.through();
        Code target = target(relation);
        RelationState told;
        Code first;
        if (through != null) {
            told = RelationState.through(relation.target(), through);
            first = Code.call(word + ".through", List.of(target, values.of(through)));
        } else if (relation.parentLink()) {
            told = RelationState.parent(relation.target());
            first = Code.call(word + ".parent", List.of(target));
        } else {
            told = RelationState.to(relation.target(), relation.onDelete());
            first = Code.call(word + ".to", List.of(target, values.of(relation.onDelete())));
        }
        List<Code.Call> calls = new ArrayList<>();
        String field = relation.toField();
        if (field != null) {
            told = told.toField(field);
            calls.add(Code.call("toField", List.of(values.of(field))));
        }
        if (!relation.parts().isEmpty()) {
            told = told.keptBy(relation.parts().toArray(String[]::new));
            calls.add(Code.call("keptBy", relation.parts().stream().map(values::of).toList()));
        }
        if (relation.relatedName() != null || relation.relatedQueryName() != null) {
            String name = Objects.requireNonNullElse(relation.relatedName(), "");
            String query = Objects.requireNonNullElse(relation.relatedQueryName(), "");
            told = told.back(name, query);
            calls.add(Code.call("back", List.of(values.of(name), values.of(query))));
        }
        if (relation.symmetrical()) {
            told = told.bothWays();
            calls.add(Code.call("bothWays"));
        }
        if (!relation.constraint()) {
            told = told.unguarded();
            calls.add(Code.call("unguarded"));
        }
        return told.equals(relation) ? new Code.Chain(first, calls) : values.of(relation);
    }

    Code type(FieldType type) {
        String call = named(type.sql()).get(type);
        return call == null
                ? values.of(type)
                : Code.text(values.name(FieldType.class) + "." + call);
    }

    /// The words for types over a kind of column.
    private static Map<FieldType, String> named(SqlType sql) {
        var words = new LinkedHashMap<FieldType, String>();
        words.put(FieldType.bigAuto(), "bigAuto()");
        words.put(FieldType.auto32(), "auto32()");
        words.put(FieldType.auto16(), "auto16()");
        words.put(FieldType.text(), "text()");
        words.put(FieldType.int16(), "int16()");
        words.put(FieldType.int32(), "int32()");
        words.put(FieldType.int64(), "int64()");
        words.put(FieldType.int16().orMore(), "int16().orMore()");
        words.put(FieldType.int32().orMore(), "int32().orMore()");
        words.put(FieldType.int64().orMore(), "int64().orMore()");
        words.put(FieldType.float64(), "float64()");
        words.put(FieldType.bool(), "bool()");
        words.put(FieldType.date(), "date()");
        words.put(FieldType.time(), "time()");
        words.put(FieldType.dateTime(), "dateTime()");
        words.put(FieldType.localDateTime(), "localDateTime()");
        words.put(FieldType.duration(), "duration()");
        words.put(FieldType.uuid(), "uuid()");
        words.put(FieldType.binary(), "binary()");
        words.put(FieldType.json(), "json()");
        words.put(FieldType.ipAddress(), "ipAddress()");
        words.put(FieldType.hstore(), "hstore()");
        switch (sql) {
            case SqlType.VarChar(int length) -> {
                words.put(FieldType.text(length), "text(" + length + ")");
                words.put(FieldType.slug(length), "slug(" + length + ")");
                words.put(FieldType.email(length), "email(" + length + ")");
                words.put(FieldType.url(length), "url(" + length + ")");
                words.put(FieldType.file(length), "file(" + length + ")");
                words.put(FieldType.image(length), "image(" + length + ")");
            }
            case SqlType.Decimal(int digits, int decimals) ->
                    words.put(
                            FieldType.decimal(digits, decimals),
                            "decimal(" + digits + ", " + decimals + ")");
            default -> {}
        }
        return words;
    }

    /// A field while it is told: the words so far, and what they make.
    private final class Chain {

        private final Code first;
        private final List<Code.Call> calls = new ArrayList<>();
        private FieldState state;

        private Chain(Code first, FieldState state) {
            this.first = first;
            this.state = state;
        }

        private void then(
                boolean needed,
                UnaryOperator<FieldState> step,
                String word,
                @Nullable Object... args) {
            if (needed) {
                state = step.apply(state);
                List<Code> codes = new ArrayList<>();
                for (Object one : args) {
                    codes.add(values.of(one));
                }
                calls.add(Code.call(word, codes));
            }
        }

        private Code code() {
            return new Code.Chain(first, calls);
        }
    }
}
