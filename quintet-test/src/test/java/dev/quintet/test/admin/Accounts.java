package dev.quintet.test.admin;

import dev.quintet.auth.Permission;
import dev.quintet.auth.Permissions;
import dev.quintet.auth.User;
import dev.quintet.test.Client;
import java.util.Map;

/// Accounts for the tests of the admin, signed in by its own page.
final class Accounts {

    static final String PASSWORD = "lovelace-1843";

    private Accounts() {}

    static User superuser(Client client) {
        User user = User.createSuperuser("ada", "ada@example.com", PASSWORD);
        signIn(client, "ada");
        return user;
    }

    /// A member of the staff who may do so much.
    static User staff(Client client, String... codenames) {
        User user = User.create("bob", "", PASSWORD);
        user.isStaff = true;
        user.save();
        for (String codename : codenames) {
            Permission one = Permissions.get(Permissions.codename.eq(codename));
            user.userPermissions.add(one);
        }
        signIn(client, "bob");
        return user;
    }

    static void signIn(Client client, String name) {
        client.forgetCookies();
        client.postForm("/admin/login/", Map.of("username", name, "password", PASSWORD));
    }
}
