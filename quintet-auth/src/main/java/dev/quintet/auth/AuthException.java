package dev.quintet.auth;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// What is wrong with how a site sets up its users, or with what was asked of them.
public final class AuthException extends QuintetException {

    @Serial private static final long serialVersionUID = 1L;

    AuthException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    AuthException(Problem problem) {
        super(problem);
    }

    static AuthException noSuperusers(String model) {
        return new AuthException(
                Problem.of("auth.E004", "The user model " + model + " knows no superusers.")
                        .because("It overrides promote() nowhere.")
                        .fixedBy(
                                "Override promote() to set what superuser() returns, or extend"
                                        + " PermissionsUser."));
    }

    static AuthException noField(String named) {
        return new AuthException(
                Problem.of("auth.E005", "The user model names '" + named + "', which is no field.")
                        .fixedBy(
                                "Return one of its own fields, such as Members.email, from"
                                        + " usernameField()."));
    }

    static AuthException notTheModel(String asked, String site) {
        return new AuthException(
                Problem.of("auth.E006", asked + " is not the user model of this site.")
                        .because("AUTH_USER_MODEL is '" + site + "'.")
                        .fixedBy("Ask for that model, or set AUTH_USER_MODEL."));
    }

    static AuthException noUserModel(String label, @Nullable String near) {
        return new AuthException(
                Problem.of(
                                "auth.E007",
                                "AUTH_USER_MODEL is '" + label + "', which is no user model.")
                        .because("It is the label of a model that extends AbstractBaseUser.")
                        .fixedBy(
                                near == null
                                        ? "Name it as app.Model, and list its app in the settings."
                                        : near));
    }

    static AuthException noBackend(String name, Throwable cause) {
        return new AuthException(
                Problem.of("auth.E008", "The back end " + name + " cannot be made.")
                        .because(cause.toString())
                        .fixedBy(
                                "Make the class public, with a public constructor without"
                                        + " parameters."),
                cause);
    }

    static AuthException noName() {
        return new AuthException(
                Problem.of("auth.E009", "A user has no name to sign in by.")
                        .fixedBy("Give a user name that is not empty."));
    }

    static AuthException severalBackends() {
        return new AuthException(
                Problem.of("auth.E010", "Nobody knows by which back end this user signs in.")
                        .because(
                                "AUTHENTICATION_BACKENDS lists several, and the user does not come"
                                        + " from authenticate().")
                        .fixedBy("Call login(request, user, backend)."));
    }

    static AuthException noPermission(String text) {
        return new AuthException(
                Problem.of("auth.E011", "'" + text + "' is no permission.")
                        .because("A permission is an app's label and a code.")
                        .fixedBy("Write it as catalog.change_album."));
    }
}
