package dev.quintet.test.badge;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Selectable;
import java.util.UUID;

/// A user whose key is no number.
public class Badge extends AbstractBaseUser {
    @Id public UUID id = UUID.randomUUID();

    @Field(maxLength = 40, unique = true)
    public String name = "";

    public boolean boss;

    @Override
    public Selectable<?> usernameField() {
        return Badges.name;
    }

    @Override
    public boolean staff() {
        return true;
    }

    @Override
    public boolean superuser() {
        return boss;
    }

    @Override
    public String toString() {
        return name;
    }
}
