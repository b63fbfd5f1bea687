package dev.quintet.migrations;

import dev.quintet.migrations.operations.FieldNames;
import dev.quintet.migrations.operations.NamedModel;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.RelationState;
import java.util.List;

/// The words in which a migration says what fields and indexes are.
abstract sealed class MigrationFields permits Migration {

    MigrationFields() {}

    /// {@return the key `id` that the database gives, 8 bytes wide}
    protected static FieldState id() {
        return FieldState.of("id", FieldType.bigAuto()).asKey();
    }

    /// {@return a field that must have a value, in a column of its own name}
    protected static FieldState field(String field, FieldType type) {
        return FieldState.of(field, type);
    }

    /// {@return the model that a setting names, to be the target of relations: `foreignKey("user",
    /// modelOf("AUTH_USER_MODEL"), OnDelete.CASCADE)`}
    ///
    /// @param setting its name; the migration also says `dependsOnModelOf` of it
    protected static String modelOf(String setting) {
        return NamedModel.by(setting);
    }

    /// {@return a relation in the column `name_id`, with an index}
    ///
    /// @param target as `app.Model`
    protected static FieldState foreignKey(String field, String target, OnDelete onDelete) {
        return foreignKey(field, RelationState.to(target, onDelete));
    }

    /// {@return a relation in the column `name_id`, or in those of its parts, with an index}
    ///
    /// @param relation where it leads, and how
    protected static FieldState foreignKey(String field, RelationState relation) {
        return FieldState.of(field, FieldType.foreignKey())
                .inColumn(FieldNames.keyColumn(field, relation))
                .indexed()
                .leadingTo(relation);
    }

    /// {@return a relation in the column `name_id` that no second row may have}
    ///
    /// @param target as `app.Model`
    protected static FieldState oneToOne(String field, String target, OnDelete onDelete) {
        return oneToOne(field, RelationState.to(target, onDelete));
    }

    /// {@return a relation in the column `name_id`, or in those of its parts, that no second row
    /// may have}
    ///
    /// @param relation where it leads, and how
    protected static FieldState oneToOne(String field, RelationState relation) {
        return FieldState.of(field, FieldType.oneToOne())
                .inColumn(FieldNames.keyColumn(field, relation))
                .asUnique()
                .leadingTo(relation);
    }

    /// {@return a relation to many rows}
    ///
    /// @param target as `app.Model`
    /// @param table between the two
    /// @param from its column with the key of the model that has the field
    /// @param to its column with the key of the target
    protected static FieldState manyToMany(
            String field, String target, String table, String from, String to) {
        return manyToMany(
                field, RelationState.through(target, new RelationState.Through(table, from, to)));
    }

    /// {@return a relation to many rows}
    ///
    /// @param relation where it leads, and through what
    protected static FieldState manyToMany(String field, RelationState relation) {
        return FieldState.of(field, FieldType.manyToMany()).leadingTo(relation);
    }

    /// {@return an index over fields; `-` before one means downwards}
    protected static IndexState index(String name, String... fields) {
        return IndexState.of(name, List.of(fields));
    }
}
