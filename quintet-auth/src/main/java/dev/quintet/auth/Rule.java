package dev.quintet.auth;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.SignedIn;
import dev.quintet.orm.Condition;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.Q;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who may do something with which objects of a model, said once, as a condition on the objects:
/// for every door. Immutable, safe for many threads.
///
/// ```java
/// static final Rule<Article> EDIT = Rule.of("press.change_article", Article.class,
///         Member.class, member -> Articles.author.eq(member)).orHolders();
///
/// EDIT.filter(user, Articles.all())                                   // lists, in the database
/// path("<int:id>/edit/", Press::edit).with(EDIT.guard("id"))          // views
/// EDIT.require(user, article)                                         // code
/// {% if article|allows:"press.change_article" %}                      // templates
/// user.hasPermission("press.change_article", article)                 // whoever asks by name
/// ```
///
/// The last two know the rules that apps list by {@link HasRules}. A superuser may do everything;
/// whose account is not in use, nothing.
///
/// @param <M> the model
public final class Rule<M extends Entity> {

    private final String permission;
    private final Class<M> model;
    private final Function<SiteUser, @Nullable Condition<? super M>> own;
    private final @Nullable Condition<? super M> everybody;
    private final boolean holders;

    private Rule(
            String permission,
            Class<M> model,
            Function<SiteUser, @Nullable Condition<? super M>> own,
            @Nullable Condition<? super M> everybody,
            boolean holders) {
        this.permission = permission;
        this.model = model;
        this.own = own;
        this.everybody = everybody;
        this.holders = holders;
    }

    /// {@return a rule about users of the site's own model}
    ///
    /// @param permission app and code, such as `press.change_article`
    /// @param condition which objects a user may do it with
    /// @throws AuthException when the permission is none
    public static <M extends Entity, U extends AbstractBaseUser> Rule<M> of(
            String permission,
            Class<M> model,
            Class<U> user,
            Function<? super U, ? extends Condition<? super M>> condition) {
        PermissionName.of(permission);
        return new Rule<>(
                permission,
                model,
                one -> user.isInstance(one) ? condition.apply(user.cast(one)) : null,
                null,
                false);
    }

    /// {@return this rule, by which everybody may do it with these objects, signed in or not}
    public Rule<M> orEverybody(Condition<? super M> condition) {
        return new Rule<>(permission, model, own, condition, holders);
    }

    /// {@return this rule, by which who has the permission may do it with all objects}
    public Rule<M> orHolders() {
        return new Rule<>(permission, model, own, everybody, true);
    }

    /// {@return app and code of what it is about}
    public String permission() {
        return permission;
    }

    /// {@return the model that it is about}
    public Class<M> model() {
        return model;
    }

    /// {@return those of the rows with which a user may do it; a condition in the same statement}
    public QuerySet<M> filter(SiteUser user, QuerySet<M> rows) {
        if (mayAll(user)) {
            return rows;
        }
        List<Condition<?>> ways = new ArrayList<>();
        if (everybody != null) {
            ways.add(everybody);
        }
        Condition<? super M> his = user.active() ? own.apply(user) : null;
        if (his != null) {
            ways.add(his);
        }
        return ways.isEmpty() ? rows.none() : rows.filter(Q.any(ways));
    }

    private boolean mayAll(SiteUser user) {
        return user.active() && (user.superuser() || (holders && user.hasPermission(permission)));
    }

    /// {@return whether a user may do it with an object, which is saved; one statement at most}
    public boolean allows(SiteUser user, M object) {
        return object.saved()
                && (mayAll(user)
                        || filter(user, QuerySet.of(model)).filter("pk", keyOf(object)).exists());
    }

    boolean covers(SiteUser user, Object object) {
        return model.isInstance(object) && allows(user, model.cast(object));
    }

    /// Refuses who may not do it with an object.
    ///
    /// @throws PermissionDenied which is answered 403
    public void require(SiteUser user, M object) {
        if (!allows(user, object)) {
            throw new PermissionDenied(gettext("You may not do this here."));
        }
    }

    /// {@return what lets only those through who may do it with the object whose key the route
    /// captures; who has not signed in is sent to do so, and an object that there is not is not
    /// found}
    ///
    /// @param capture name of what the route captures, such as `id`
    public Middleware guard(String capture) {
        return new Guard<>(this, capture);
    }

    private Object keyOf(M object) {
        return Objects.requireNonNull(RowKey.of(object));
    }

    @Override
    public String toString() {
        return permission + " of " + model.getSimpleName();
    }

    private record Guard<M extends Entity>(Rule<M> rule, String capture) implements Middleware {

        @Override
        public Response handle(Request request, Next next) throws Exception {
            SiteUser user = Auth.user(request);
            Object key = captured(request);
            QuerySet<M> one =
                    key == null
                            ? QuerySet.of(rule.model).none()
                            : QuerySet.of(rule.model).filter("pk", key);
            if (rule.filter(user, one).exists()) {
                return next.handle(request).withVary("Cookie");
            }
            if (!user.signedIn()) {
                return SignedIn.required().handle(request, next);
            }
            if (!one.exists()) {
                throw new NotFound(gettext("There is no such object."));
            }
            throw new PermissionDenied(gettext("You may not do this here."));
        }

        /// The key that the address means; `null` where it can mean none.
        private @Nullable Object captured(Request request) {
            var match = request.resolved();
            Object value = match == null ? null : match.kwargs().get(capture);
            if (value == null) {
                throw new IllegalArgumentException(
                        "The route captures nothing named '" + capture + "'.");
            }
            return value instanceof String text
                    ? RowKey.read(Mappings.of(rule.model), text)
                    : value;
        }

        @Override
        public boolean mayRepeat() {
            return true;
        }

        @Override
        public String name() {
            return "rule(" + rule + ")";
        }
    }
}
