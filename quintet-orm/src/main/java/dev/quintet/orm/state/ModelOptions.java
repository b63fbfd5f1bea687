package dev.quintet.orm.state;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a model says of itself that its table does not show. Django: `Meta`.
///
/// @param ordering names of fields that rows come in by default; `-` before one means downwards
/// @param managed whether migrations make and drop its table
/// @param proxy whether it is another view of its parent's table
/// @param verboseName one of them, as people read it
/// @param verboseNamePlural several of them
/// @param comment what the database's own catalogue says of the table; may be empty
/// @param latestBy names of fields by which the latest row is found
/// @param orderWithRespectTo the relation among whose rows users may put these into an order, or
///   `null`; the table then has a column `_order`
/// @param permissions more than the usual ones, as code and words
/// @param defaultPermissions the usual ones, such as `add`
/// @param defaultRelatedName what relations of it are called from the other side, with `%(class)s`
///   and `%(app_label)s` filled in; empty for the usual name
/// @param defaultManager the scope by which its rows are found unless something else is said; empty
///   for all rows
/// @param managers names of its scopes
public record ModelOptions(
        List<String> ordering,
        boolean managed,
        boolean proxy,
        String verboseName,
        String verboseNamePlural,
        String comment,
        List<String> latestBy,
        @Nullable String orderWithRespectTo,
        List<Permission> permissions,
        List<String> defaultPermissions,
        String defaultRelatedName,
        String defaultManager,
        List<String> managers) {

    /// The permissions that every model has unless it says otherwise.
    public static final List<String> USUAL_PERMISSIONS = List.of("add", "change", "delete", "view");

    /// A permission of one model.
    ///
    /// @param code such as `can_feature`
    /// @param name as people read it
    public record Permission(String code, String name) {}

    /// Keeps copies.
    public ModelOptions {
        ordering = List.copyOf(ordering);
        latestBy = List.copyOf(latestBy);
        permissions = List.copyOf(permissions);
        defaultPermissions = List.copyOf(defaultPermissions);
        managers = List.copyOf(managers);
        Objects.requireNonNull(verboseName, "verboseName");
        Objects.requireNonNull(verboseNamePlural, "verboseNamePlural");
    }

    /// {@return what a model that says nothing of itself says}
    public static ModelOptions of(String verboseName) {
        return new ModelOptions(
                List.of(),
                true,
                false,
                verboseName,
                verboseName + "s",
                "",
                List.of(),
                null,
                List.of(),
                USUAL_PERMISSIONS,
                "",
                "",
                List.of());
    }

    /// {@return these options with some changed}
    public ModelOptions changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /// Options while they change.
    public static final class Draft {

        private List<String> ordering;
        private boolean managed;
        private boolean proxy;
        private String verboseName;
        private String verboseNamePlural;
        private String comment;
        private List<String> latestBy;
        private @Nullable String orderWithRespectTo;
        private List<Permission> permissions;
        private List<String> defaultPermissions;
        private String defaultRelatedName;
        private String defaultManager;
        private List<String> managers;

        private Draft(ModelOptions from) {
            ordering = from.ordering;
            managed = from.managed;
            proxy = from.proxy;
            verboseName = from.verboseName;
            verboseNamePlural = from.verboseNamePlural;
            comment = from.comment;
            latestBy = from.latestBy;
            orderWithRespectTo = from.orderWithRespectTo;
            permissions = from.permissions;
            defaultPermissions = from.defaultPermissions;
            defaultRelatedName = from.defaultRelatedName;
            defaultManager = from.defaultManager;
            managers = from.managers;
        }

        /// {@return this, with rows in an order}
        public Draft ordering(String... names) {
            ordering = List.of(names);
            return this;
        }

        /// {@return this, over a table that somebody else makes}
        public Draft unmanaged() {
            managed = false;
            return this;
        }

        /// {@return this, as another view of the parent's table}
        public Draft proxy() {
            return proxy(true);
        }

        /// {@return this, as another view of the parent's table, or not}
        public Draft proxy(boolean proxy) {
            this.proxy = proxy;
            return this;
        }

        /// {@return this, under names for people}
        public Draft named(String one, String several) {
            verboseName = one;
            verboseNamePlural = several;
            return this;
        }

        /// {@return this, with a comment in the database}
        public Draft comment(String words) {
            comment = words;
            return this;
        }

        /// {@return this, with the fields that tell the latest row}
        public Draft latestBy(String... names) {
            latestBy = List.of(names);
            return this;
        }

        /// {@return this, with an order that users choose}
        ///
        /// @param relation among whose rows, or `null` for no such order
        public Draft orderWithRespectTo(@Nullable String relation) {
            orderWithRespectTo = relation;
            return this;
        }

        /// {@return this, with one more permission}
        public Draft permission(String code, String name) {
            var more = new java.util.ArrayList<>(permissions);
            more.add(new Permission(code, name));
            permissions = more;
            return this;
        }

        /// {@return this, with other usual permissions}
        public Draft defaultPermissions(String... names) {
            defaultPermissions = List.of(names);
            return this;
        }

        /// {@return this, with another usual name for ways back}
        public Draft defaultRelatedName(String name) {
            defaultRelatedName = name;
            return this;
        }

        /// {@return this, whose rows are found by a scope}
        public Draft defaultManager(String scope) {
            defaultManager = scope;
            return this;
        }

        /// {@return this, with these scopes}
        public Draft managers(String... scopes) {
            managers = List.of(scopes);
            return this;
        }

        private ModelOptions done() {
            return new ModelOptions(
                    ordering,
                    managed,
                    proxy,
                    verboseName,
                    verboseNamePlural,
                    comment,
                    latestBy,
                    orderWithRespectTo,
                    permissions,
                    defaultPermissions,
                    defaultRelatedName,
                    defaultManager,
                    managers);
        }
    }
}
