package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.ngettext;

import dev.quintet.admin.table.TableException;
import dev.quintet.admin.table.TableFormat;
import dev.quintet.admin.table.TableRow;
import dev.quintet.forms.FileField;
import dev.quintet.forms.Form;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.signing.BadSignatureException;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.signing.TimestampSigner;
import dev.quintet.kernel.submission.Upload;
import dev.quintet.orm.Entity;
import dev.quintet.web.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows from a file: first what it would do, line by line, then doing it.
///
/// Between the two the rows travel in the page, signed for this model and this person, so that no
/// server need remember them.
///
/// @param <M> the model
final class ImportPage<M extends Entity> {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int SHOWN = 100;
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final AdminSite site;
    private final ModelAdmin<M> admin;

    ImportPage(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
    }

    /// The file.
    private static final class UploadForm extends Form {

        final FileField file =
                fileField()
                        .label(gettext("File"))
                        .helpText(
                                gettext("The first line names the fields: %s")
                                        .formatted(
                                                String.join(
                                                        ", ",
                                                        TableFormat.all().stream()
                                                                .map(it -> "." + it.extension())
                                                                .toList())));
    }

    static boolean offered(ModelAdmin<?> admin, Request request) {
        return admin.list.imports
                && (admin.hasAddPermission(request) || admin.hasChangePermission(request, null));
    }

    Response answer(Request request) {
        if (!offered(admin, request)) {
            throw new PermissionDenied(gettext("You may not import rows."));
        }
        var form = new UploadForm();
        if (!request.is("POST")) {
            return page(request, form, null, null);
        }
        try {
            String kept = request.form().get("rows");
            if (kept != null) {
                return save(request, new ImportRun<>(admin, request, opened(request, kept)));
            }
            if (!form.accepts(request)) {
                return page(request, form, null, null);
            }
            List<TableRow> rows = read(form.file.orThrow());
            return page(
                    request, form, new ImportRun<>(admin, request, rows), sealed(request, rows));
        } catch (TableException wrong) {
            form.addError(String.valueOf(wrong.getMessage()));
            return page(request, form, null, null);
        }
    }

    private static List<TableRow> read(Upload file) throws TableException {
        TableFormat format =
                TableFormat.ofFile(file.name())
                        .orElseThrow(() ->
                                new TableException(
                                        gettext("'%s' is a file of no kind that can be read.")
                                                .formatted(file.name())));
        try (InputStream in = file.open()) {
            return format.read(in, MOST_ROWS);
        } catch (IOException failed) {
            throw new TableException(gettext("The file cannot be read."));
        }
    }

    private Response save(Request request, ImportRun<M> run) throws TableException {
        if (!run.faults().isEmpty()) {
            throw new TableException(
                    gettext("The rows have changed meanwhile: send the file once more."));
        }
        run.save();
        int count = run.lines().size();
        Messages.success(
                request,
                ngettext("%(count)s row was imported.", "%(count)s rows were imported.", count)
                        .replace("%(count)s", Formats.active().number(count)));
        return Response.redirect(site.url(admin.mapping(), "changelist"));
    }

    private Response page(
            Request request, Form form, @Nullable ImportRun<M> run, @Nullable String rows) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("form", form);
        variables.put("fields", Export.names(admin.mapping()));
        variables.put("self_url", request.path());
        variables.put("back_url", site.url(admin.mapping(), "changelist"));
        if (run != null) {
            List<ImportRun.Line<M>> lines = run.lines();
            long added = lines.stream().filter(ImportRun.Line::isNew).count();
            variables.put("looked_at", true);
            variables.put("added", added);
            variables.put("changed", lines.size() - added);
            variables.put("same", run.same());
            variables.put("faults", run.faults().stream().limit(SHOWN).toList());
            variables.put("more_faults", Math.max(0, run.faults().size() - SHOWN));
            variables.put("lines", lines.stream().limit(SHOWN).toList());
            variables.put("more_lines", Math.max(0, lines.size() - SHOWN));
            variables.put("rows", run.faults().isEmpty() && !lines.isEmpty() ? rows : null);
        }
        return admin.page(request, gettext("Import"), "admin/import.html", variables);
    }

    // ---- between the two steps

    private TimestampSigner signer(Request request) {
        Context context = Context.current();
        return TimestampSigner.of(SigningKeys.of(context.settings()), context.clock())
                .salt(
                        "dev.quintet.admin.import."
                                + admin.mapping().state().label()
                                + "."
                                + Staff.user(request).username());
    }

    private String sealed(Request request, List<TableRow> rows) throws TableException {
        var plain = new ArrayList<Object>();
        for (TableRow row : rows) {
            plain.add(List.of(row.line(), row.values()));
        }
        String sealed = signer(request).signObject(plain, true);
        if (sealed.length() > MOST_CHARACTERS) {
            throw new TableException(gettext("The file is too big: import it in parts."));
        }
        return sealed;
    }

    private List<TableRow> opened(Request request, String sealed) throws TableException {
        try {
            var rows = new ArrayList<TableRow>();
            if (signer(request).unsignObject(sealed, GOOD_FOR) instanceof List<?> list) {
                for (Object each : list) {
                    if (each instanceof List<?> pair
                            && pair.getFirst() instanceof Number line
                            && pair.getLast() instanceof Map<?, ?> map) {
                        var values = new LinkedHashMap<String, String>();
                        map.forEach((name, value) -> values.put(name.toString(), value.toString()));
                        rows.add(new TableRow(line.intValue(), values));
                    }
                }
            }
            return rows;
        } catch (BadSignatureException old) {
            throw new TableException(gettext("Too much time has passed: send the file once more."));
        }
    }
}
