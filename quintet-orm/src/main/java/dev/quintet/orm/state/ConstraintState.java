package dev.quintet.orm.state;

import dev.quintet.orm.tree.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What all rows of a table must satisfy. Django: `BaseConstraint`.
public sealed interface ConstraintState {

    /// {@return its name, unique in the database}
    String name();

    /// {@return what is said of a row that breaks it, or empty for the usual words}
    String message();

    /// {@return the code of that message, or empty for the usual one}
    String code();

    /// When a constraint is looked at. Django: `Deferrable`.
    enum Deferral {
        /// At the end of each statement, and never later.
        NEVER,
        /// At the end of each statement, unless a transaction puts it off.
        IMMEDIATE,
        /// When the transaction ends.
        DEFERRED
    }

    /// A condition on each row. Django: `CheckConstraint`.
    record Check(String name, Node condition, String message, String code)
            implements ConstraintState {

        /// Refuses nulls.
        public Check {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(condition, "condition");
        }
    }

    /// No two rows agree in all parts. Django: `UniqueConstraint`.
    ///
    /// @param parts fields, or expressions
    /// @param condition which rows are held to it, or `null` for all
    /// @param include fields that are kept with its index
    /// @param deferral when it is looked at
    /// @param nullsDistinct whether rows with NULL never agree; `null` for what the database does
    record Unique(
            String name,
            List<IndexState.Part> parts,
            @Nullable Node condition,
            List<String> include,
            Deferral deferral,
            @Nullable Boolean nullsDistinct,
            String message,
            String code)
            implements ConstraintState {

        /// Keeps copies.
        public Unique {
            Objects.requireNonNull(name, "name");
            parts = List.copyOf(parts);
            include = List.copyOf(include);
        }

        /// {@return a constraint over fields}
        public static Unique of(String name, List<String> fields) {
            return new Unique(
                    name,
                    IndexState.of("", fields).parts(),
                    null,
                    List.of(),
                    Deferral.NEVER,
                    null,
                    "",
                    "");
        }

        /// {@return the names of its fields; empty when it is over expressions}
        public List<String> fields() {
            return parts.stream()
                    .filter(part -> part.field() != null)
                    .map(part -> Objects.requireNonNull(part.field()))
                    .toList();
        }

        /// {@return whether it is a unique index rather than a constraint of the table: where it is
        /// partial, over expressions, or says more of its parts than their names}
        public boolean index() {
            return condition != null
                    || !include.isEmpty()
                    || parts.stream()
                            .anyMatch(part ->
                                    part.expression() != null || !part.operators().isEmpty());
        }
    }

    /// No two rows meet in all parts, each compared by its own operator. PostgreSQL only. Django:
    /// `ExclusionConstraint`.
    ///
    /// @param method how its index is kept, such as `gist`
    /// @param condition which rows are held to it, or `null` for all
    record Exclusion(
            String name,
            String method,
            List<Against> parts,
            @Nullable Node condition,
            Deferral deferral,
            String message,
            String code)
            implements ConstraintState {

        /// Keeps copies.
        public Exclusion {
            Objects.requireNonNull(name, "name");
            parts = List.copyOf(parts);
        }
    }

    /// A part of an exclusion and how two rows are compared in it.
    ///
    /// @param operator such as `&&` or `=`
    record Against(IndexState.Part part, String operator) {

        /// Refuses an operator that is none: it goes into SQL as it is.
        public Against {
            if (!operator.matches("[-+*/<>=~!@#%^&|`?]{1,8}")) {
                throw new IllegalArgumentException(operator + " is no operator.");
            }
        }
    }
}
