package dev.quintet.auth;

import dev.quintet.kernel.template.TemplateObject;
import org.jspecify.annotations.Nullable;

/// What Django's templates ask of a user by names that are no fields here.
final class UserAttributes {

    private UserAttributes() {}

    static @Nullable Object of(SiteUser user, String name) {
        return switch (name) {
            case "is_authenticated" -> user.signedIn();
            case "is_anonymous" -> !user.signedIn();
            case "is_active" -> user.active();
            case "is_staff" -> user.staff();
            case "is_superuser" -> user.superuser();
            case "get_username" -> user.username();
            case "get_all_permissions" -> user.allPermissions();
            default -> TemplateObject.UNKNOWN;
        };
    }
}
