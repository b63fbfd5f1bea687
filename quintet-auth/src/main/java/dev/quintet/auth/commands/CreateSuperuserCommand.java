package dev.quintet.auth.commands;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.AuthSettings;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.InvalidException;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.state.FieldState;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Makes a user who may do everything.
@CommandLine.Command(
        name = "createsuperuser",
        description = {
            "Makes a user who may do everything.",
            "Asks for what it is not told. With --no-input it asks nothing: the password, and what no"
                    + " option says, come from SUPERUSER_PASSWORD, SUPERUSER_USERNAME and"
                    + " SUPERUSER_EMAIL in the environment."
        })
final class CreateSuperuserCommand extends Command {

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "By what the user signs in: a name, or an address for mail.")
    private @Nullable String username;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "The address for mail.")
    private @Nullable String email;

    @Option(
            names = "--field",
            paramLabel = "FIELD=VALUE",
            description = "Another field that the user model requires.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(
            names = {"--no-input", "--noinput"},
            description = "Asks nothing.")
    private boolean noInput;

    @Override
    protected int run(Context site) {
        AbstractBaseUser made = create(site, Accounts.current().model());
        out().println("The superuser " + made.username() + " was made.");
        return 0;
    }

    private <U extends AbstractBaseUser> U create(Context site, ModelMapping<U> model) {
        Terminal terminal =
                noInput
                        ? null
                        : Terminal.of(
                                err(),
                                "Say --no-input and --username, and set SUPERUSER_PASSWORD in the"
                                        + " environment.");
        Map<String, String> values = values(site, model, terminal);
        String nameField = Accounts.current().usernameField();
        U draft = model.blank();
        values.forEach((field, value) -> model.write(draft, field, value));
        refuseInvalid(draft, values.keySet());
        String name = values.getOrDefault(nameField, "");
        if (Accounts.current().byUsername(name) != null) {
            throw new CommandException(
                    Problem.of("auth.E016", "There is a user " + name + " already.")
                            .fixedBy("Choose another name, or run changepassword " + name + "."));
        }
        String password = terminal == null ? told(site, draft) : terminal.newPassword(draft, true);
        return Accounts.createSuperuser(
                model.type(),
                name,
                password,
                user ->
                        values.forEach((field, value) -> {
                            if (!field.equals(nameField)) {
                                model.write(user, field, value);
                            }
                        }));
    }

    private Map<String, String> values(
            Context site, ModelMapping<?> model, @Nullable Terminal terminal) {
        var given = new LinkedHashMap<String, @Nullable String>();
        String nameField = Accounts.current().usernameField();
        given.put(
                nameField, orElse(username, site.settings().get(AuthSettings.SUPERUSER_USERNAME)));
        if (model.number("email") >= 0) {
            String address = orElse(email, site.settings().get(AuthSettings.SUPERUSER_EMAIL));
            if (!nameField.equals("email") || given.get(nameField) == null) {
                given.put("email", address);
            }
        }
        for (String required : required(model)) {
            given.putIfAbsent(required, null);
        }
        given.putAll(fields);
        var values = new LinkedHashMap<String, String>();
        given.forEach((field, value) -> {
            String known = value != null ? value : asked(model, field, terminal);
            if (known != null) {
                values.put(field, known);
            }
        });
        return values;
    }

    private static @Nullable String orElse(@Nullable String option, String setting) {
        return option != null ? option : setting.isEmpty() ? null : setting;
    }

    private static Set<String> required(ModelMapping<?> model) {
        var user = (AbstractBaseUser) model.blank();
        return user.requiredFields().stream()
                .map(CreateSuperuserCommand::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String name(Selectable<?> field) {
        return AbstractBaseUser.fieldName(field);
    }

    private static @Nullable String asked(
            ModelMapping<?> model, String field, @Nullable Terminal terminal) {
        FieldState state = model.columns().get(model.number(field));
        if (terminal != null) {
            return terminal.line(
                    state.verboseName().substring(0, 1).toUpperCase(Locale.ROOT)
                            + state.verboseName().substring(1));
        }
        if (field.equals(Accounts.current().usernameField())) {
            throw new CommandException(
                    Problem.of("auth.E017", "A superuser needs a name to sign in by.")
                            .fixedBy("Say --username, or set SUPERUSER_USERNAME."));
        }
        return null;
    }

    private String told(Context site, AbstractBaseUser draft) {
        String password = site.settings().get(AuthSettings.SUPERUSER_PASSWORD);
        List<ValidationError> wrong =
                password.isEmpty()
                        ? List.of(ValidationError.of("SUPERUSER_PASSWORD is not set.", "required"))
                        : Accounts.current().validate(password, draft);
        if (!wrong.isEmpty()) {
            throw Terminal.unset(
                    wrong.stream().map(ValidationError::text).collect(Collectors.joining(" ")),
                    "Set SUPERUSER_PASSWORD to one that is long and not common.");
        }
        return password;
    }

    private static void refuseInvalid(AbstractBaseUser draft, Set<String> fields) {
        try {
            draft.fullCleanExcept(Set.of("password"));
        } catch (InvalidException refused) {
            String wrong =
                    refused.errors().entrySet().stream()
                            .filter(each -> fields.contains(each.getKey()))
                            .filter(each ->
                                    each.getValue().stream()
                                            .noneMatch(one -> one.code().equals("unique")))
                            .map(each -> each.getKey() + ": " + each.getValue().getFirst().text())
                            .collect(Collectors.joining(" "));
            if (!wrong.isEmpty()) {
                throw new CommandException(
                        Problem.of("auth.E018", "These cannot be the values of a user.")
                                .because(wrong));
            }
        }
    }
}
