package dev.quintet.auth.tables;

import dev.quintet.migrations.Migration;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The migrations of users, groups and permissions: the steps that Django took, so that a database
/// that either of the two made is one that the other knows.
public final class AuthTables {

    private static final String APP = "auth";

    private AuthTables() {}

    /// {@return all of them, in their order}
    ///
    /// @param withUser whether the site's users are those of this app; else its table is never made
    public static List<Migration> migrations(boolean withUser) {
        var all = new ArrayList<Migration>();
        all.add(new Initial(withUser));
        Step before = null;
        for (Name name : Name.values()) {
            before =
                    new Step(
                            name, before == null ? "0001_initial" : before.name().name(), withUser);
            all.add(before);
        }
        return List.copyOf(all);
    }

    /// The steps behind the first, as Django calls them.
    private enum Name {
        ALTER_PERMISSION_NAME_MAX_LENGTH(2),
        ALTER_USER_EMAIL_MAX_LENGTH(3),
        ALTER_USER_USERNAME_OPTS(4),
        ALTER_USER_LAST_LOGIN_NULL(5),
        REQUIRE_CONTENTTYPES_0002(6),
        ALTER_VALIDATORS_ADD_ERROR_MESSAGES(7),
        ALTER_USER_USERNAME_MAX_LENGTH(8),
        ALTER_USER_LAST_NAME_MAX_LENGTH(9),
        ALTER_GROUP_NAME_MAX_LENGTH(10),
        UPDATE_PROXY_PERMISSIONS(11),
        ALTER_USER_FIRST_NAME_MAX_LENGTH(12);

        private final int number;

        Name(int number) {
            this.number = number;
        }

        String text() {
            return String.format(Locale.ROOT, "%04d_%s", number, name().toLowerCase(Locale.ROOT));
        }
    }

    private static final class Initial extends Migration {

        Initial(boolean withUser) {
            super(APP, "0001_initial");
            dependsOn("contenttypes", "0001_initial");
            var all = new ArrayList<Operation>();
            all.add(createModel(permission()));
            all.add(createModel(group()));
            if (withUser) {
                all.add(createModel(user()));
            }
            operations(all.toArray(Operation[]::new));
        }

        private ModelState permission() {
            return model("Permission")
                    .withFields(
                            List.of(
                                    key(),
                                    permissionName(50),
                                    foreignKey(
                                                    "contentType",
                                                    "contenttypes.ContentType",
                                                    OnDelete.CASCADE)
                                            .inColumn("content_type_id")
                                            .named("content type"),
                                    field("codename", FieldType.text(100)).named("codename")))
                    .uniqueTogether("contentType", "codename")
                    .named("permission", "permissions")
                    .orderedBy("contentType__appLabel", "contentType__model", "codename");
        }

        private ModelState group() {
            return model("Group")
                    .withFields(
                            List.of(
                                    key(),
                                    groupName(80),
                                    manyToMany(
                                                    "permissions",
                                                    "auth.Permission",
                                                    "auth_group_permissions",
                                                    "group_id",
                                                    "permission_id")
                                            .named("permissions")
                                            .orBlank()))
                    .named("group", "groups");
        }

        private ModelState user() {
            return model("User")
                    .withFields(
                            List.of(
                                    key(),
                                    field("password", FieldType.text(128))
                                            .named("password")
                                            .asSecret(),
                                    field("lastLogin", FieldType.dateTime())
                                            .inColumn("last_login")
                                            .named("last login"),
                                    field("isSuperuser", FieldType.bool())
                                            .inColumn("is_superuser")
                                            .named("superuser status")
                                            .help(
                                                    "Designates that this user has all permissions"
                                                            + " without explicitly assigning"
                                                            + " them."),
                                    toMany("groups", "Group")
                                            .named("groups")
                                            .help(
                                                    "The groups this user belongs to. A user will"
                                                            + " get all permissions granted to each"
                                                            + " of their groups."),
                                    toMany("userPermissions", "Permission")
                                            .named("user permissions")
                                            .help("Specific permissions for this user."),
                                    username(30),
                                    firstName(30),
                                    lastName(30),
                                    email(75),
                                    field("isStaff", FieldType.bool())
                                            .inColumn("is_staff")
                                            .named("staff status")
                                            .help(
                                                    "Designates whether the user can log into this"
                                                            + " admin site."),
                                    field("isActive", FieldType.bool())
                                            .inColumn("is_active")
                                            .named("active")
                                            .help(
                                                    "Designates whether this user should be treated"
                                                            + " as active. Unselect this instead of"
                                                            + " deleting accounts."),
                                    field("dateJoined", FieldType.dateTime())
                                            .inColumn("date_joined")
                                            .named("date joined")))
                    .named("user", "users");
        }

        private static FieldState toMany(String name, String target) {
            String table =
                    name.equals("groups") ? "auth_user_groups" : "auth_user_user_permissions";
            return manyToMany(
                            name,
                            RelationState.through(
                                            "auth." + target,
                                            new RelationState.Through(
                                                    table,
                                                    "user_id",
                                                    target.toLowerCase(Locale.ROOT) + "_id"))
                                    .back("user_set", "user"))
                    .orBlank();
        }
    }

    private static final class Step extends Migration {

        Step(Name name, String before, boolean withUser) {
            super(APP, name.text());
            dependsOn(APP, before);
            switch (name) {
                case ALTER_PERMISSION_NAME_MAX_LENGTH ->
                        operations(alterField("Permission", permissionName(255)));
                case ALTER_GROUP_NAME_MAX_LENGTH -> operations(alterField("Group", groupName(150)));
                case REQUIRE_CONTENTTYPES_0002 ->
                        dependsOn("contenttypes", "0002_remove_content_type_name");
                case ALTER_USER_EMAIL_MAX_LENGTH -> alter(withUser, email(254));
                case ALTER_USER_LAST_LOGIN_NULL -> alter(withUser, lastLogin());
                case ALTER_USER_USERNAME_MAX_LENGTH -> alter(withUser, username(150));
                case ALTER_USER_LAST_NAME_MAX_LENGTH -> alter(withUser, lastName(150));
                case ALTER_USER_FIRST_NAME_MAX_LENGTH -> alter(withUser, firstName(150));
                case ALTER_USER_USERNAME_OPTS,
                        ALTER_VALIDATORS_ADD_ERROR_MESSAGES,
                        UPDATE_PROXY_PERMISSIONS -> {
                    // Nothing that a table shows.
                }
            }
        }

        private void alter(boolean withUser, FieldState field) {
            if (withUser) {
                operations(alterField("User", field));
            }
        }
    }

    private static FieldState key() {
        return FieldState.of("id", FieldType.auto32()).asKey();
    }

    private static FieldState permissionName(int length) {
        return FieldState.of("name", FieldType.text(length)).named("name");
    }

    private static FieldState groupName(int length) {
        return FieldState.of("name", FieldType.text(length)).named("name").asUnique();
    }

    private static FieldState lastLogin() {
        return FieldState.of("lastLogin", FieldType.dateTime())
                .inColumn("last_login")
                .named("last login")
                .orNull()
                .orBlank();
    }

    private static FieldState username(int length) {
        return FieldState.of("username", FieldType.text(length))
                .named("username")
                .help("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.")
                .asUnique();
    }

    private static FieldState firstName(int length) {
        return FieldState.of("firstName", FieldType.text(length))
                .inColumn("first_name")
                .named("first name")
                .orBlank();
    }

    private static FieldState lastName(int length) {
        return FieldState.of("lastName", FieldType.text(length))
                .inColumn("last_name")
                .named("last name")
                .orBlank();
    }

    private static FieldState email(int length) {
        return FieldState.of("email", FieldType.email(length)).named("email address").orBlank();
    }
}
