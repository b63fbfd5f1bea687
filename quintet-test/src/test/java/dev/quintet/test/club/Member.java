package dev.quintet.test.club;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.orm.Field;
import dev.quintet.orm.Id;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.TextFormat;

/// Somebody who signs in by e-mail address.
public class Member extends AbstractBaseUser {
    @Id(generated = true)
    public long id;

    @Field(unique = true, format = TextFormat.EMAIL)
    public String email = "";

    public boolean admin;

    @Override
    public Selectable<?> usernameField() {
        return Members.email;
    }

    @Override
    public boolean staff() {
        return admin;
    }

    @Override
    public boolean superuser() {
        return admin;
    }

    @Override
    protected void promote() {
        admin = true;
    }
}
