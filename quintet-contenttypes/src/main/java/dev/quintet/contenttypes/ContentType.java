package dev.quintet.contenttypes;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.NaturalKey;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Unique;
import java.util.Objects;
import java.util.Optional;

/// A model of the site as a row, so that other rows can name it: permissions, the admin's history,
/// tags on objects of any model. Django: `ContentType`, in the same table.
///
/// {@link #of(Class)} costs a query the first time only; what else can be asked is said by {@link
/// ContentTypeRegistry}.
@Meta(
        table = "django_content_type",
        verboseName = "content type",
        verboseNamePlural = "content types",
        unique = @Unique(fields = {"appLabel", "model"}))
@NaturalKey({"appLabel", "model"})
public class ContentType extends Entity {

    /// The key; tables of other models keep it.
    @Id(generated = true)
    public int id;

    /// The label of the model's app, such as `catalog`.
    @Field(maxLength = 100, column = "app_label")
    public String appLabel = "";

    /// The name of the model's class in lower case, such as `album`.
    @Field(maxLength = 100, verboseName = "python model class name")
    public String model = "";

    /// An empty one, for the ORM.
    public ContentType() {}

    /// {@return the type of a model on the current site's database, made where there is none yet; a
    /// proxy's is that of the model whose rows it shows}
    public static ContentType of(Class<? extends Entity> model) {
        return ContentTypeRegistry.current().forModel(model);
    }

    /// {@return the type of an object's model}
    public static ContentType of(Entity object) {
        return of(object.getClass());
    }

    /// {@return the model; empty when the site has none of this name any more, or not here}
    public final Optional<ModelMapping<?>> mapping() {
        return ModelNames.of(Context.current()).find(appLabel, model);
    }

    /// {@return the model's class; empty when the site has none of this name. Django:
    /// `model_class`}
    public final Optional<Class<? extends Entity>> modelClass() {
        return mapping().map(ModelMapping::type);
    }

    /// {@return the model's rows}
    ///
    /// @throws StaleContentTypeException when the site has no such model
    public final QuerySet<?> objects() {
        return QuerySet.of(known());
    }

    /// {@return the row of the model that has this key. Django: `get_object_for_this_type`}
    ///
    /// @throws StaleContentTypeException when the site has no such model
    /// @throws dev.quintet.orm.DoesNotExist when it has no such row
    public final Entity object(Object key) {
        return objects().filter("pk", key).get();
    }

    /// {@return the model's name for people; the bare name where the site has no such model}
    public final String name() {
        return mapping().map(found -> found.state().shownName()).orElse(model);
    }

    /// {@return the names of the app and the model, for people: `Catalog | album`}
    public final String appLabeledName() {
        return mapping().map(found -> appName() + " | " + found.state().shownName()).orElse(model);
    }

    private String appName() {
        return Context.current().apps().list().stream()
                .filter(app -> app.label().equals(appLabel))
                .map(App::verboseName)
                .findFirst()
                .orElse(appLabel);
    }

    private ModelMapping<?> known() {
        return mapping()
                .orElseThrow(() ->
                        new StaleContentTypeException(
                                Problem.of(
                                                "contenttypes.E001",
                                                "The content type '"
                                                        + appLabel
                                                        + "."
                                                        + model
                                                        + "' names no model of this site.")
                                        .because(
                                                "The model, or its app, is gone or was"
                                                        + " renamed.")
                                        .fixedBy(
                                                "List its app in the settings, or remove"
                                                        + " the row: remove_stale_contenttypes.")));
    }

    /// {@return whether it is this model's, by its class's name}
    final boolean names(ModelName other) {
        return appLabel.equals(other.app()) && model.equals(other.model());
    }

    final ModelName naturalKey() {
        return new ModelName(Objects.requireNonNull(appLabel), Objects.requireNonNull(model));
    }

    /// {@return the names of the app and the model, for people}
    @Override
    public String toString() {
        return Context.find() == null ? appLabel + " | " + model : appLabeledName();
    }
}
