package dev.quintet.orm;

import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Between the rows of a table and objects that have no class of their own, by the model's state
/// alone: so that every query works on models as they were.
final class HistoricalMapping extends ModelMapping<HistoricalRow> {

    private final String alias;
    private final int[] slots;
    private final boolean[] keys;
    private final @Nullable ModelRelation[] parted;
    private final @Nullable Codec<?>[] codecs;

    HistoricalMapping(
            ModelState state,
            String alias,
            List<ModelRelation> relations,
            @Nullable HistoricalMapping extended) {
        super(HistoricalRow.class, state, relations, extended);
        this.alias = alias;
        this.slots = new int[columns().size()];
        this.keys = new boolean[columns().size()];
        this.parted = new ModelRelation[columns().size()];
        this.codecs = new Codec<?>[columns().size()];
        for (int number = 0; number < slots.length; number++) {
            FieldState field = columns().get(number);
            slots[number] = number;
            keys[number] = field.relation() != null && !field.relation().parentLink();
        }
        for (ModelRelation relation : relations) {
            for (String part : relation.parts()) {
                parted[number(part)] = relation;
                keys[number(part)] = true;
            }
        }
        if (parent() != null) {
            // The tie to the parent is the parent's key: one value under two names.
            HistoricalMapping above = (HistoricalMapping) parent();
            slots[keyNumbers()[0]] = above.slots[above.keyNumbers()[0]];
            keys[keyNumbers()[0]] = above.keys[above.keyNumbers()[0]];
        }
    }

    /// {@return the database that is migrated}
    String alias() {
        return alias;
    }

    ModelRelation.Holder newPlace(HistoricalRow row, String name) {
        ModelRelation relation = relation(name);
        if (relation == null || !relations().contains(relation)) {
            throw new UnknownFieldException(state().label(), name, names());
        }
        return switch (relation.kind()) {
            case TO_ONE -> newKey(row, relation);
            case REVERSE -> {
                Related<HistoricalRow> place = Entity.related();
                place.attach(row, relation);
                yield place;
            }
            case REVERSE_ONE -> {
                RelatedOne<HistoricalRow> place = Entity.relatedOne();
                place.attach(row, relation);
                yield place;
            }
            case MANY_TO_MANY -> {
                ManyToMany<HistoricalRow> place = Entity.manyToMany();
                place.attach(row, relation);
                yield place;
            }
        };
    }

    private ToOne<?> newKey(HistoricalRow row, ModelRelation relation) {
        FieldState field = described(relation.name());
        OnDelete rule = Objects.requireNonNull(field.relation(), field.name()).onDelete();
        ToOne<?> place =
                field.type().name().equals("OneToOneField")
                        ? Entity.oneToOne(rule)
                        : Entity.foreignKey(rule);
        place.attach(row, relation);
        return place;
    }

    @Override
    protected HistoricalRow create() {
        var row = new HistoricalRow(this);
        for (int number = 0; number < slots.length; number++) {
            Object fallback = columns().get(number).fallback();
            if (fallback != null && !keys[number]) {
                row.slot(slots[number], decoded(number, fallback));
            }
        }
        return row;
    }

    @Override
    protected void loadAll(HistoricalRow object, Row row, int first) {
        for (int number = 0; number < slots.length; number++) {
            load(object, number, row, first + number);
        }
    }

    @Override
    protected void load(HistoricalRow object, int field, Row row, int column) {
        Object stored = row.stored(column, sqlType(field));
        put(object, field, keys[field] ? stored : decoded(field, stored));
    }

    private void put(HistoricalRow object, int field, @Nullable Object value) {
        ModelRelation relation = parted[field];
        if (relation != null) {
            List<String> parts = relation.parts();
            place(object, field).setKeyPart(part(relation, field), parts.size(), value);
        } else if (keys[field]) {
            place(object, field).setKey(value);
        } else {
            object.slot(slots[field], value);
        }
    }

    private int part(ModelRelation relation, int field) {
        return relation.parts().indexOf(columns().get(field).name());
    }

    private ToOne<?> place(HistoricalRow object, int field) {
        ModelRelation relation = parted[field];
        String name = relation == null ? columns().get(slots[field]).name() : relation.name();
        return switch (object.place(name)) {
            case ToOne<?> one -> one;
            case ToMany<?> _, GenericForeignKey<?> _ ->
                    throw new IllegalStateException(columns().get(field).name());
        };
    }

    @SuppressWarnings("unchecked") // the codec of a column decodes what the column holds
    private @Nullable Object decoded(int field, @Nullable Object stored) {
        return FieldValues.decoded((Codec<Object>) codec(field), stored);
    }

    @Override
    @SuppressWarnings("unchecked") // assign() let nothing else into the field
    protected @Nullable Object stored(HistoricalRow object, int field) {
        Object value = value(object, field);
        return keys[field] ? value : FieldValues.encoded((Codec<Object>) codec(field), value);
    }

    @Override
    protected @Nullable Object value(HistoricalRow object, int field) {
        ModelRelation relation = parted[field];
        if (relation != null) {
            return place(object, field).keyPart(part(relation, field));
        }
        return keys[field] ? place(object, field).key() : object.slot(slots[field]);
    }

    @Override
    protected void assign(HistoricalRow object, int field, @Nullable Object value) {
        String name = state().label() + "." + columns().get(field).name();
        put(object, field, HistoricalValues.fitting(sqlType(field), value, name));
    }

    @Override
    protected EntityState snapshot(HistoricalRow object) {
        var copies = new @Nullable Object[slots.length];
        for (int number = 0; number < copies.length; number++) {
            Object stored = stored(object, number);
            copies[number] =
                    switch (stored) {
                        case byte[] bytes -> bytes.clone();
                        case List<?> list -> new ArrayList<>(list);
                        case Map<?, ?> map -> new HashMap<>(map);
                        case null, default -> stored;
                    };
        }
        return new Copies(copies);
    }

    @Override
    protected void changes(HistoricalRow object, EntityState snapshot, ChangedFields changed) {
        @Nullable Object[] were = ((Copies) snapshot).values;
        for (int number = 0; number < were.length; number++) {
            Object is = stored(object, number);
            changed.addIf(!same(is, were[number]), number);
        }
    }

    /// What the fields were.
    private static final class Copies extends EntityState {
        private final @Nullable Object[] values;

        Copies(@Nullable Object[] values) {
            this.values = values;
        }
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal second) {
            return FieldValues.sameNumber(number, second);
        }
        return Objects.deepEquals(one, other);
    }

    @Override
    protected void attach(HistoricalRow object) {
        // Places are made, and attached, when they are asked for.
    }

    @Override
    protected Codec<?> codec(int field) {
        Codec<?> known = codecs[field];
        if (known == null) {
            known = keys[field] ? Codec.identity() : codecOf(sqlType(field));
            codecs[field] = known;
        }
        return known;
    }

    private static Codec<?> codecOf(SqlType type) {
        return switch (type) {
            case SqlType.Json _ -> Codec.json();
            case SqlType.Inet _ -> Codec.ipAddress(false);
            case SqlType.RangeOf(SqlType bound) ->
                    switch (bound) {
                        case SqlType.Int _ -> Codec.range(Integer.class);
                        case SqlType.BigInt _ -> Codec.range(Long.class);
                        case SqlType.Decimal _ -> Codec.range(BigDecimal.class);
                        case SqlType.Date _ -> Codec.range(LocalDate.class);
                        // A day and time in no zone has no order that Java's types share.
                        case SqlType.LocalTimestamp _ -> Codec.identity();
                        default -> Codec.range(Instant.class);
                    };
            default -> Codec.identity();
        };
    }

    @Override
    protected ModelRelation.Holder holder(HistoricalRow object, String relation) {
        return object.place(relation);
    }
}
