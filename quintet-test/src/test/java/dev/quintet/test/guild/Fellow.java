package dev.quintet.test.guild;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.TextFormat;
import java.util.UUID;

/// Somebody whose key is random.
public class Fellow extends AbstractBaseUser {
    @Id public UUID id = UUID.randomUUID();

    @Field(unique = true, format = TextFormat.EMAIL)
    public String email = "";

    @Override
    public Selectable<?> usernameField() {
        return Fellows.email;
    }
}
