package dev.quintet;

import dev.quintet.http.ErrorPages;
import dev.quintet.http.Failure;
import dev.quintet.http.Header;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.RouteMatch;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Masks;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Mail;
import dev.quintet.mail.MailSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes to `ADMINS` what went wrong, with secrets as `****`: one mail for the first error of a
/// kind, and one for how often it came again. The visitor does not wait for it. Django:
/// `AdminEmailHandler`.
final class ErrorMail implements ErrorPages, AutoCloseable {

    private static final Set<String> HIDDEN = Set.of("cookie", "authorization");
    private static final int LONGEST = 1_000;
    private static final int LONGEST_TRACE = 20_000;

    private final Context site;
    private final ErrorPages pages;
    private final Digest digest;

    private ErrorMail(Context site, ErrorPages pages) {
        this.site = site;
        this.pages = pages;
        this.digest = new Digest(site.settings().get(SiteSettings.MAIL_PAUSE), this::sendCounts);
    }

    /// {@return pages that write to the admins, or `null` where there are none}
    static @Nullable ErrorMail of(Context site, ErrorPages pages) {
        return site.settings().get(MailSettings.ADMINS).isEmpty()
                ? null
                : new ErrorMail(site, pages);
    }

    @Override
    public Response page(Request request, Failure failure) {
        // 503 is the site that is busy or closed: no mistake of its code.
        if (failure.status() >= 500 && failure.status() != 503) {
            String kind = kind(failure);
            if (digest.first(kind)) {
                RoleMail.send(site, () -> message(request, failure));
            }
        }
        return pages.page(request, failure);
    }

    /// What is thrown in one place, whatever its message says.
    private static String kind(Failure failure) {
        Throwable root = failure.thrown();
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static EmailMessage message(Request request, Failure failure) {
        String name = failure.thrown().getClass().getSimpleName();
        String subject =
                "Error "
                        + failure.status()
                        + " ("
                        + name
                        + "): "
                        + request.method()
                        + " "
                        + request.escapedPath();
        var text = new StringBuilder();
        Problem problem = failure.problem();
        if (problem != null) {
            text.append(problem.render()).append("\n\n");
        }
        line(text, "Request", request.method() + " " + request.escapedPath());
        line(text, "Request id", request.find(RequestIds.KEY).orElse(null));
        RouteMatch route = request.resolved();
        line(text, "Route", route == null ? null : "/" + route.pattern());
        line(text, "Client", request.clientAddress());
        params(text, "Query", request.query());
        if (request.is("POST")) {
            try {
                params(text, "Form", request.form());
            } catch (RuntimeException unreadable) {
                line(text, "Form", "(unreadable)");
            }
        }
        text.append("\nHeaders\n");
        for (Header header : request.headers()) {
            boolean secret = HIDDEN.contains(header.lowerName()) || Masks.secret(header.name());
            line(text, "  " + header.name(), secret ? Masks.MASK : header.value());
        }
        var trace = new StringWriter();
        failure.thrown().printStackTrace(new PrintWriter(trace, true));
        String whole = trace.toString();
        text.append('\n')
                .append(whole.length() > LONGEST_TRACE ? whole.substring(0, LONGEST_TRACE) : whole);
        return Mail.toAdmins(RoleMail.oneLine(subject), text.toString());
    }

    private static void params(StringBuilder text, String title, QueryParams params) {
        params.asMap()
                .forEach((name, values) -> {
                    String lower = name.toLowerCase(Locale.ROOT);
                    boolean secret = Masks.secret(name) || lower.contains("session");
                    String value = secret ? Masks.MASK : String.join(", ", values);
                    line(text, title + " " + name, value);
                });
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
            text.append(RoleMail.oneLine(name)).append(": ").append(RoleMail.oneLine(cut));
            text.append('\n');
        }
    }

    private void sendCounts(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String subject = all == 1 ? "1 error more" : all + " errors more";
        RoleMail.sendAndWait(site, () -> Mail.toAdmins(subject, RoleMail.counts(counts)));
    }

    @Override
    public void close() {
        digest.close();
    }
}
