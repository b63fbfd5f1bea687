package dev.quintet.conformance.realdb.auth;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.TextFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who can log in.
public class User extends Entity {

    /// The key.
    @Id(generated = true)
    public int id;

    @Field(maxLength = 128, secret = true)
    public String password;

    @Field(blank = true)
    public @Nullable Instant lastLogin;

    public boolean isSuperuser;

    @Field(maxLength = 150, unique = true)
    public String username;

    @Field(maxLength = 150, blank = true)
    public String firstName = "";

    @Field(maxLength = 150, blank = true)
    public String lastName = "";

    @Field(format = TextFormat.EMAIL, blank = true)
    public String email = "";

    public boolean isStaff;
    public boolean isActive = true;

    @Field public Instant dateJoined;

    @Field(blank = true)
    public final ManyToMany<Group> groups = manyToMany();

    @Field(blank = true)
    public final ManyToMany<Permission> userPermissions = manyToMany();

    @Override
    public String toString() {
        return username;
    }
}
