package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.operations.Operation;
import java.util.List;

/// A migration that is to be written.
///
/// @param name where it belongs and what it is called
/// @param initial whether it is the app's first
/// @param dependencies what must be applied before; a name of {@link #FIRST} means the first
///   migration of an app that has none yet
/// @param operations what it does, in order
/// @param atomic whether the database keeps it whole, where it can
/// @param replaces the migrations of its app that it stands for, by name; none for most
public record MigrationDraft(
        MigrationName name,
        boolean initial,
        List<MigrationName> dependencies,
        List<Operation> operations,
        boolean atomic,
        List<String> replaces) {

    /// One that is kept whole.
    public MigrationDraft(
            MigrationName name,
            boolean initial,
            List<MigrationName> dependencies,
            List<Operation> operations) {
        this(name, initial, dependencies, operations, true);
    }

    /// One that stands for no others.
    public MigrationDraft(
            MigrationName name,
            boolean initial,
            List<MigrationName> dependencies,
            List<Operation> operations,
            boolean atomic) {
        this(name, initial, dependencies, operations, atomic, List.of());
    }

    /// The first migration of an app, whatever it will be called.
    public static final String FIRST = MigrationName.FIRST;

    /// Keeps copies.
    public MigrationDraft {
        dependencies = List.copyOf(dependencies);
        operations = List.copyOf(operations);
        replaces = List.copyOf(replaces);
    }

    /// {@return what it should be called, after its number, by what it does}
    ///
    /// @param otherwise what to call it when its operations do not say
    public String suggestedName(String otherwise) {
        return initial ? "initial" : laterName(otherwise);
    }

    /// {@return what it should be called when it is not the first of its app}
    ///
    /// @param otherwise what to call it when its operations do not say
    String laterName(String otherwise) {
        return SuggestedName.of(operations, otherwise);
    }
}
