package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Asks somebody at a terminal. Django: `InteractiveMigrationQuestioner`.
public final class Interview implements Questioner {

    private final BufferedReader in;
    private final PrintWriter out;

    /// Asks on `out`, and reads the answers from `in`.
    public Interview(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public boolean renamedModel(ModelState gone, ModelState added) {
        return yes("Was the model " + gone.label() + " renamed to " + added.name() + "?");
    }

    @Override
    public boolean renamedField(ModelState model, FieldState gone, FieldState added) {
        return yes(
                "Was "
                        + model.label()
                        + "."
                        + gone.name()
                        + " renamed to "
                        + added.name()
                        + " (a "
                        + added.type().name()
                        + ")?");
    }

    @Override
    public Optional<Object> defaultOfNew(ModelState model, FieldState field) {
        out.println(
                "The field "
                        + model.label()
                        + "."
                        + field.name()
                        + " is new, must have a value and has no default.");
        return Optional.of(value(model, field));
    }

    @Override
    public Optional<Object> defaultForNulls(ModelState model, FieldState field) {
        out.println(
                "The field "
                        + model.label()
                        + "."
                        + field.name()
                        + " must have a value from now on and has no default.");
        return yes("Do rows that hold NULL get a value now?")
                ? Optional.of(value(model, field))
                : Optional.empty();
    }

    private Object value(ModelState model, FieldState field) {
        while (true) {
            String text = answer("What do rows that exist get? ");
            try {
                return StoredText.parse(model.label() + "." + field.name(), field, text);
            } catch (StateException wrong) {
                out.println(wrong.problem().problem());
            }
        }
    }

    private boolean yes(String question) {
        while (true) {
            String answer = answer(question + " [y/N] ").strip();
            if (answer.isEmpty() || answer.equalsIgnoreCase("n") || answer.equalsIgnoreCase("no")) {
                return false;
            }
            if (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes")) {
                return true;
            }
        }
    }

    private String answer(String question) {
        out.print(question);
        out.flush();
        try {
            String line = in.readLine();
            if (line == null) {
                throw new UncheckedIOException(new IOException("The answers ended."));
            }
            return line;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
