package dev.quintet.auth.pages;

import dev.quintet.http.Request;
import dev.quintet.kernel.context.Context;
import dev.quintet.mail.EmailMessage;
import dev.quintet.template.TemplateEngine;
import dev.quintet.web.SiteTemplates;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mail about an account: its words are templates. It is sent behind the answer, so that the time
/// of the answer does not tell whether there is one.
final class AccountMail {

    private AccountMail() {}

    /// @param name the templates are `registration/NAME_subject.txt`,
    ///   `registration/NAME_email.html`, which is plain text whatever Django calls it
    static void send(
            Request request, @Nullable String address, String name, Map<String, Object> variables) {
        if (address == null || address.isEmpty()) {
            return;
        }
        var all = new LinkedHashMap<String, @Nullable Object>(variables);
        all.put("email", address);
        all.put("domain", request.host());
        all.put("site_name", request.host());
        all.put("protocol", request.scheme());
        TemplateEngine templates = Context.current().get(SiteTemplates.KEY);
        String subject = templates.get("registration/" + name + "_subject.txt").render(all);
        String text = templates.get("registration/" + name + "_email.html").render(all);
        EmailMessage.of(subject.strip().replaceAll("\\s*\\R\\s*", " "), text).to(address).later();
    }
}
