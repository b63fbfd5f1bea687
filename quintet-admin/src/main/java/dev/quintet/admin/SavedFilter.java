package dev.quintet.admin;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Index;
import dev.quintet.orm.Meta;
import dev.quintet.orm.Permit;

/// A search with its filters and order that somebody keeps under a name; their own, or, by those
/// who may share, for all who see the list.
@Meta(
        app = "admin",
        table = "quintet_admin_filter",
        catalog = "SavedFilters",
        verboseName = "saved filter",
        verboseNamePlural = "saved filters",
        ordering = {"name", "id"},
        indexes =
                @Index(
                        fields = {"model", "userId"},
                        name = "quintet_admin_filter_who"),
        defaultPermissions = {},
        permissions = @Permit(code = "share_savedfilter", name = "Can share saved filters"))
public final class SavedFilter extends Entity {

    /// The permission to let others use one's filters.
    static final String SHARE = "admin.share_savedfilter";

    /// The key.
    @Id(generated = true)
    public long id;

    /// The key of the user whose it is.
    @Field(maxLength = 100)
    public String userId = "";

    /// The name of the admin whose list it is of.
    @Field(maxLength = 100)
    public String site = "";

    /// The label of the list's model.
    @Field(maxLength = 200)
    public String model = "";

    /// What people read.
    @Field(maxLength = 100)
    public String name = "";

    /// What stands behind the `?` of the list's address.
    @Field(blank = true)
    public String query = "";

    /// Whether others see it.
    public boolean shared;

    /// An empty one, for the ORM.
    public SavedFilter() {}

    @Override
    public String toString() {
        return name;
    }
}
