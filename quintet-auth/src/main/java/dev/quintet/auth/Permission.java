package dev.quintet.auth;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.orm.OnDelete.CASCADE;

import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.ForeignKey;
import dev.quintet.orm.Id;
import dev.quintet.orm.Meta;
import dev.quintet.orm.NaturalKey;
import dev.quintet.orm.Unique;
import dev.quintet.orm.state.ModelState;

/// Leave to do something with the objects of a model. `migrate` makes four for each model, and
/// those that its `@Meta(permissions = ...)` names. Django: `Permission`.
@Meta(
        table = "auth_permission",
        verboseName = "permission",
        verboseNamePlural = "permissions",
        ordering = {"contentType__appLabel", "contentType__model", "codename"},
        unique = @Unique(fields = {"contentType", "codename"}))
@NaturalKey({"codename", "contentType"})
public class Permission extends Entity {

    /// The key.
    @Id(generated = true)
    public int id;

    /// What people read, such as `Can add album`.
    @Field(maxLength = 255, verboseName = "name")
    public String name = "";

    /// The model.
    @Field(verboseName = "content type")
    public final ForeignKey<ContentType> contentType = foreignKey(CASCADE);

    /// What programs call it, such as `add_album`.
    @Field(maxLength = 100, verboseName = "codename")
    public String codename = "";

    /// An empty one, for the ORM.
    public Permission() {}

    /// {@return the permission of this name}
    ///
    /// @param permission app and code, such as `catalog.change_album`
    /// @throws dev.quintet.orm.DoesNotExist when there is none
    public static Permission named(String permission) {
        PermissionName name = PermissionName.of(permission);
        return Permissions.selectRelated(Permissions.contentType)
                .get(
                        Permissions.contentType.appLabel.eq(name.app()),
                        Permissions.codename.eq(name.code()));
    }

    @Override
    public String toString() {
        return contentType.get() + " | " + shownName();
    }

    /// The name in the active language, where it is one that every model has.
    private String shownName() {
        ModelState model = contentType.get().mapping().map(found -> found.state()).orElse(null);
        if (model == null || !name.endsWith(model.verboseName())) {
            return name;
        }
        return switch (name.substring(0, name.length() - model.verboseName().length())) {
            case "Can add " -> gettext("Can add %s").formatted(model.shownName());
            case "Can change " -> gettext("Can change %s").formatted(model.shownName());
            case "Can delete " -> gettext("Can delete %s").formatted(model.shownName());
            case "Can view " -> gettext("Can view %s").formatted(model.shownName());
            default -> name;
        };
    }
}
