package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Builtins;
import dev.quintet.conformance.python.ErrorType;
import dev.quintet.conformance.python.Module;
import dev.quintet.conformance.python.TimeTypes;
import dev.quintet.conformance.python.Variables;
import dev.quintet.contenttypes.ContentTypeRegistry;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The recorded site over one of its databases, and the names that its queries are written with.
final class Site {

    private static final ContextKey<Site> KEY = ContextKey.named("recordedSite");

    private static final List<String> ERRORS =
            List.of(
                    "IntegrityError",
                    "DatabaseError",
                    "OperationalError",
                    "ProgrammingError",
                    "DataError",
                    "NotSupportedError",
                    "FieldError",
                    "FieldDoesNotExist",
                    "ValidationError",
                    "ObjectDoesNotExist",
                    "MultipleObjectsReturned",
                    "ProtectedError",
                    "RestrictedError");

    private final FieldNames names;
    private final Map<String, @Nullable Object> scope = new HashMap<>();
    private final Context context;

    Site(Database database) {
        // Together they know the ways back that none of them declares.
        Models models = RealModels.models();
        List<ModelMapping<?>> mappings = models.list();
        names = new FieldNames(mappings);
        scope.putAll(Builtins.names());
        scope.putAll(TimeTypes.names());
        scope.putAll(ExpressionNames.names());
        ERRORS.forEach(name -> scope.put(name, new ErrorType(name)));
        mappings.forEach(one -> scope.put(one.state().name(), new ModelValue(one)));
        scope.put("connection", new ConnectionValue(database));
        scope.put("transaction", TransactionValue.MODULE);
        scope.put("timezone", TimezoneValue.MODULE);
        scope.put("models", new Module("models", ExpressionNames.names()));
        scope.put("functions", new Module("functions", ExpressionNames.names()));
        context =
                TimeZones.activate(
                                Context.of(
                                        new Settings().freeze(),
                                        Apps.of(List.of()),
                                        Clock.fixed(TimeTypes.NOW, ZoneOffset.UTC)),
                                ZoneOffset.UTC)
                        .with(Databases.KEY, Databases.of(List.of(database)))
                        .with(Models.KEY, models)
                        .with(KEY, this);
        // Django had read them when it was recorded.
        context.run(() -> ContentTypeRegistry.current().forModels(RealModels.CLASSES));
    }

    /// {@return the site whose query is being walked}
    static Site current() {
        return Context.current().get(KEY);
    }

    FieldNames names() {
        return names;
    }

    Context context() {
        return context;
    }

    /// {@return a new scope of all names}
    Variables variables() {
        return Variables.of(scope).within();
    }
}
