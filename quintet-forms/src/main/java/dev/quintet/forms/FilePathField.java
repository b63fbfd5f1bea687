package dev.quintet.forms;

import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.forms.widget.Choice;
import dev.quintet.forms.widget.ChoiceWidget;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.Select;
import dev.quintet.forms.widget.Widget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One of the files that a folder of the server has; looked for whenever the form is shown or
/// checked, so that nobody can name a file that is not among them.
public final class FilePathField extends FormField<Path, FilePathField> {

    private final Path folder;
    private @Nullable Pattern match;
    private boolean recursive;
    private boolean files = true;
    private boolean folders;

    /// Makes a field for a file directly below a folder.
    public FilePathField(Path folder) {
        this.folder = folder;
    }

    /// Takes files whose names a regular expression finds something in.
    public FilePathField match(Pattern names) {
        this.match = names;
        return this;
    }

    /// Looks into the folders below, too.
    public FilePathField recursive() {
        this.recursive = true;
        return this;
    }

    /// Sets whether files and whether folders can be chosen.
    public FilePathField allow(boolean files, boolean folders) {
        this.files = files;
        this.folders = folders;
        return this;
    }

    private List<Choice<Path>> found() {
        var all = new ArrayList<Choice<Path>>();
        if (!isRequired()) {
            all.add(new Choice.One<>(null, "", "---------"));
        }
        try (Stream<Path> paths = Files.walk(folder, recursive ? Integer.MAX_VALUE : 1)) {
            paths.filter(path -> !path.equals(folder) && fits(path))
                    .sorted()
                    .forEach(path ->
                            all.add(new Choice.One<>(path, folder.relativize(path).toString())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all;
    }

    private boolean fits(Path path) {
        boolean kind = Files.isDirectory(path) ? folders : files;
        return kind && (match == null || match.matcher(String.valueOf(path.getFileName())).find());
    }

    @Override
    protected Widget usualWidget() {
        return new Select();
    }

    @Override
    protected void prepareWidget(Widget widget) {
        if (widget instanceof ChoiceWidget select) {
            select.choices(Choices.lazy(this::found));
        }
    }

    @Override
    protected @Nullable String usualMessage(String code) {
        return code.equals("invalid_choice")
                ? gettextNoop(
                        "Select a valid choice. %(value)s is not one of the available choices.")
                : super.usualMessage(code);
    }

    @Override
    protected @Nullable Path parse(@Nullable Object raw, Refusals refused) {
        if (raw == null || empty(raw)) {
            return null;
        }
        Choice.One<Path> chosen = Choices.lazy(this::found).find(text(raw));
        if (chosen == null) {
            refuse(refused, "invalid_choice", "value", text(raw));
            return null;
        }
        return chosen.value();
    }

    @Override
    protected boolean changed(@Nullable Object initial, @Nullable Object raw) {
        return !isDisabled() && !text(initial).equals(text(raw));
    }
}
