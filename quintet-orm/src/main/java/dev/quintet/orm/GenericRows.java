package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads, writes and loads what a row leads to by the name of a model and a key.
final class GenericRows {

    /// What to do about a field that cannot keep a key.
    static final String KEEPS =
            "Make the field a String: it keeps keys of all types, and those of several fields whose"
                    + " parts are texts, whole numbers, UUIDs or days.";

    private static final int MOST_KEYS = 1_000;

    private GenericRows() {}

    /// The one provider, looked for when it is first needed.
    private static final class Found {

        private static final @Nullable ModelTypes TYPES =
                ServiceLoader.load(ModelTypes.class).findFirst().orElse(null);
    }

    static boolean available() {
        return Found.TYPES != null;
    }

    static ModelTypes types() {
        ModelTypes found = Found.TYPES;
        if (found == null) {
            throw new MappingException(
                    Problem.of("orm.E281", "Nothing knows the models by keys that rows can keep.")
                            .because("Relations to rows of any model lead by content types.")
                            .fixedBy(
                                    "Add quintet-contenttypes to the project, and ContentTypesApp"
                                            + " to the settings' apps."));
        }
        return found;
    }

    /// {@return the fields that a relation of an object leads by}
    static <M extends Entity> GenericTie tieOf(Entity owner, GenericForeignKey<?> place) {
        @SuppressWarnings("unchecked") // the mapping of a class is of its objects
        ModelMapping<M> mapping = (ModelMapping<M>) Mappings.of(owner);
        M object = mapping.type().cast(owner);
        for (GenericTie tie : mapping.generics()) {
            if (mapping.holder(object, tie.name()).equals(place)) {
                return tie;
            }
        }
        throw new DetachedRelationException();
    }

    static GenericForeignKey<?> place(Entity owner, String name) {
        if (Relations.holder(owner, name) instanceof GenericForeignKey<?> place) {
            return place;
        }
        throw new IllegalArgumentException(name);
    }

    static @Nullable Object type(Entity owner, GenericTie tie) {
        return Relations.toOne(owner, tie.type()).key();
    }

    static @Nullable Object key(Entity owner, GenericTie tie) {
        return stored(Mappings.of(owner), owner, tie.key());
    }

    private static <M extends Entity> @Nullable Object stored(
            ModelMapping<M> mapping, Entity object, String field) {
        Object value = mapping.stored(mapping.type().cast(object), mapping.number(field));
        return value instanceof Number number && number.longValue() == 0 ? null : value;
    }

    static void write(Entity owner, GenericTie tie, @Nullable Object type, @Nullable Object key) {
        Relations.toOne(owner, tie.type()).setKey(type);
        assign(Mappings.of(owner), owner, tie, key);
    }

    private static <M extends Entity> void assign(
            ModelMapping<M> mapping, Entity owner, GenericTie tie, @Nullable Object key) {
        int number = mapping.number(tie.key());
        Object held = key;
        if (key == null && !mapping.columns().get(number).nullable()) {
            held = mapping.sqlType(number) instanceof SqlType.VarChar _ ? "" : 0L;
        }
        mapping.assign(mapping.type().cast(owner), number, fitting(mapping, number, held));
    }

    private static @Nullable Object fitting(
            ModelMapping<?> mapping, int number, @Nullable Object key) {
        if (!(key instanceof Number whole)) {
            return key;
        }
        return switch (mapping.sqlType(number)) {
            case SqlType.Int _ -> Math.toIntExact(whole.longValue());
            case SqlType.SmallInt _ -> (short) whole.longValue();
            case SqlType.BigInt _ -> whole.longValue();
            default -> key;
        };
    }

    /// {@return what the field of a tie keeps of an object: its key, as text where the field is a
    /// text; `null` when it has none yet}
    ///
    /// @throws QueryException when the key cannot be kept there
    static @Nullable Object kept(ModelMapping<?> keeping, GenericTie tie, Entity object) {
        Object key = Keys.of(object);
        return key == null ? null : kept(keeping, tie, Mappings.of(object), key);
    }

    static Object kept(ModelMapping<?> keeping, GenericTie tie, ModelMapping<?> of, Object key) {
        if (!keeps(keeping, tie, of)) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E282",
                                    keeping.state().name()
                                            + "."
                                            + tie.key()
                                            + " cannot keep the key of "
                                            + of.state().name()
                                            + ".")
                            .because("The key is of another type than the field.")
                            .fixedBy(KEEPS));
        }
        return text(keeping, tie) ? RowKey.text(key) : key;
    }

    /// {@return whether a tie's field is a text, which keeps keys of all types}
    static boolean text(ModelMapping<?> keeping, GenericTie tie) {
        return isText(keeping.sqlType(keeping.number(tie.key())));
    }

    static boolean isText(SqlType type) {
        return type instanceof SqlType.VarChar || type instanceof SqlType.Text;
    }

    /// {@return whether a tie's field can keep the keys of a model: those of several fields need a
    /// text}
    static boolean keeps(ModelMapping<?> keeping, GenericTie tie, ModelMapping<?> of) {
        SqlType field = keeping.sqlType(keeping.number(tie.key()));
        if (of.hasCompositeKey()) {
            return isText(field)
                    && of.keyFields().stream()
                            .map(part -> of.sqlType(of.number(part.name())))
                            .allMatch(GenericRows::sameEverywhere);
        }
        SqlType key = of.sqlType(of.keyNumbers()[0]);
        return isText(field) || field.equals(key) || (whole(field) && whole(key));
    }

    /// Whether all databases write such values as `RowKey` does: their statements must be able to.
    private static boolean sameEverywhere(SqlType type) {
        return isText(type)
                || whole(type)
                || type instanceof SqlType.Uuid
                || type instanceof SqlType.Date;
    }

    private static boolean whole(SqlType type) {
        return type instanceof SqlType.BigInt
                || type instanceof SqlType.Int
                || type instanceof SqlType.SmallInt;
    }

    /// Loads what an object leads to, and what those lead to that came with it.
    static void load(Entity owner, String name) {
        load(Relations.together(owner, name, false), name, Map.of());
    }

    /// Loads what objects lead to, in one statement for each model.
    ///
    /// @param asked queries that find the rows, by the model that they are of
    /// @return the rows that they lead to
    static List<Entity> load(
            List<? extends Entity> owners, String name, Map<ModelMapping<?>, QuerySet<?>> asked) {
        ModelMapping<?> keeping = Mappings.of(owners.getFirst());
        GenericTie tie = keeping.generic(name);
        var open = new LinkedHashMap<Object, List<Entity>>();
        for (Entity owner : owners) {
            if (!asked.isEmpty() || !place(owner, name).isLoaded()) {
                Object type = type(owner, tie);
                if (type != null && key(owner, tie) != null) {
                    open.computeIfAbsent(type, _ -> new ArrayList<>()).add(owner);
                }
            }
        }
        String alias = Relations.databaseOf(owners.getFirst());
        Map<Object, ModelMapping<?>> models =
                open.isEmpty() ? Map.of() : types().modelsOf(open.keySet(), alias);
        open.forEach((type, leading) -> {
            ModelMapping<?> model = models.get(type);
            Map<Object, Entity> found =
                    model == null
                            ? Map.of()
                            : rows(keeping, tie, model, leading, alias, asked.get(model));
            for (Entity owner : leading) {
                place(owner, name).take(found.get(Objects.requireNonNull(key(owner, tie))));
            }
        });
        var next = new ArrayList<Entity>();
        for (Entity owner : owners) {
            if (place(owner, name).get() instanceof Entity row) {
                next.add(row);
            }
        }
        return next;
    }

    private static Map<Object, Entity> rows(
            ModelMapping<?> keeping,
            GenericTie tie,
            ModelMapping<?> model,
            List<Entity> owners,
            String alias,
            @Nullable QuerySet<?> asked) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Entity owner : owners) {
            Object key = readKey(keeping, tie, model, Objects.requireNonNull(key(owner, tie)));
            if (key != null) {
                keys.add(key);
            }
        }
        var byKey = new HashMap<Object, Entity>();
        QuerySet<?> all =
                asked == null ? QuerySet.of(model).using(Routed.near(alias)).orderBy() : asked;
        for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
            Node among = new Node.In(KeyNodes.whole(model), chunk);
            for (Entity found : all.filter(among)) {
                byKey.put(kept(keeping, tie, model, Objects.requireNonNull(Keys.of(found))), found);
            }
        }
        return byKey;
    }

    /// {@return a key as the model has it; `null` for what cannot be one, which leads nowhere}
    private static @Nullable Object readKey(
            ModelMapping<?> keeping, GenericTie tie, ModelMapping<?> model, Object kept) {
        if (!keeps(keeping, tie, model)) {
            return null;
        }
        return kept instanceof String words ? RowKey.read(model, words) : kept;
    }

    /// {@return what says that a row leads to objects of a model}
    static Node ofModel(ModelRelation relation, ModelMapping<?> owner, String alias) {
        GenericTie tie = Objects.requireNonNull(relation.generic());
        return new Node.Compare(
                Lookup.EXACT,
                new Node.Field(FieldPath.of(tie.type())),
                new Node.Value(types().keyOf(owner.concrete(), alias)));
    }

    /// Lets a row lead to an object.
    static void lead(Entity row, GenericTie tie, @Nullable Entity to) {
        place(row, tie.name()).lead(to);
    }
}
