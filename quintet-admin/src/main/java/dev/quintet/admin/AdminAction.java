package dev.quintet.admin;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import org.jspecify.annotations.Nullable;

/// Something that people do to the rows they have ticked. Immutable.
///
/// @param <M> the model
public final class AdminAction<M extends Entity> {

    /// What an action does, with nothing to show but the list again.
    ///
    /// @param <M> the model
    @FunctionalInterface
    public interface Work<M extends Entity> {

        /// Does it.
        ///
        /// @param rows those that were ticked, or all that the list finds
        void run(Request request, QuerySet<M> rows);
    }

    /// What an action does that has a page of its own.
    ///
    /// @param <M> the model
    @FunctionalInterface
    public interface PageWork<M extends Entity> {

        /// {@return the page, or `null` for the list again}
        ///
        /// @param rows those that were ticked, or all that the list finds
        @Nullable Response run(Request request, QuerySet<M> rows);
    }

    private final String name;
    private final CharSequence label;
    private final PageWork<M> work;
    private final @Nullable Access permission;
    private final @Nullable CharSequence question;
    private final Kind kind;

    /// How an action is carried out.
    enum Kind {
        /// At once, with a page of its own.
        PAGE,
        /// At once, and written down row by row.
        NOW,
        /// In parts behind a page that tells how far it is, and written down row by row.
        BEHIND
    }

    AdminAction(
            String name,
            CharSequence label,
            PageWork<M> work,
            @Nullable Access permission,
            @Nullable CharSequence question,
            Kind kind) {
        this.name = name;
        this.label = label;
        this.work = work;
        this.permission = permission;
        this.question = question;
        this.kind = kind;
    }

    /// {@return this action, for those only who may do that to rows of the model}
    public AdminAction<M> needs(Access permission) {
        return new AdminAction<>(name, label, work, permission, question, kind);
    }

    /// {@return this action, which asks first}
    ///
    /// @param question what people read above the names of the rows
    public AdminAction<M> confirmedBy(CharSequence question) {
        return new AdminAction<>(name, label, work, permission, question, kind);
    }

    /// {@return this action, which is carried out in the background where many rows were ticked}
    ///
    /// It is called again and again then, each time with some of the rows and in a transaction of
    /// its own, while a page tells how far it is and offers to stop it. What an action does to a
    /// row must therefore not depend on the others.
    public AdminAction<M> inBackground() {
        return new AdminAction<>(
                name, label, work, permission, question, kind == Kind.NOW ? Kind.BEHIND : kind);
    }

    /// {@return the name that forms send}
    public String name() {
        return name;
    }

    /// {@return what people read}
    public CharSequence label() {
        return label;
    }

    @Nullable Access permission() {
        return permission;
    }

    @Nullable CharSequence question() {
        return question;
    }

    Kind kind() {
        return kind;
    }

    @Nullable Response run(Request request, QuerySet<M> rows) {
        return work.run(request, rows);
    }
}
