package dev.quintet.conformance.realdb.auth;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.ManyToMany;

/// People who may do the same.
public class Group extends Entity {

    /// The key.
    @Id(generated = true)
    public int id;

    @Field(maxLength = 150, unique = true)
    public String name;

    @Field(blank = true)
    public final ManyToMany<Permission> permissions = manyToMany();

    @Override
    public String toString() {
        return name;
    }
}
