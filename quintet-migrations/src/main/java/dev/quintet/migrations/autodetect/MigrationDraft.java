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
public record MigrationDraft(
        MigrationName name,
        boolean initial,
        List<MigrationName> dependencies,
        List<Operation> operations) {

    /// The first migration of an app, whatever it will be called.
    public static final String FIRST = "__first__";

    /// Keeps copies.
    public MigrationDraft {
        dependencies = List.copyOf(dependencies);
        operations = List.copyOf(operations);
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
