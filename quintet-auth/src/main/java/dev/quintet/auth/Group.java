package dev.quintet.auth;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Meta;
import dev.quintet.orm.NaturalKey;

/// Users who may do the same. Django: `Group`.
@Meta(table = "auth_group", verboseName = "group", verboseNamePlural = "groups")
@NaturalKey("name")
public class Group extends Entity {

    /// The key.
    @Id(generated = true)
    public int id;

    /// What people call it.
    @Field(maxLength = 150, unique = true, verboseName = "name")
    public String name = "";

    /// What its users may do.
    @Field(blank = true, verboseName = "permissions")
    public final ManyToMany<Permission> permissions = manyToMany();

    /// An empty one, for the ORM.
    public Group() {}

    @Override
    public String toString() {
        return name;
    }
}
