package dev.quintet.auth;

import dev.quintet.http.Request;
import dev.quintet.kernel.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A way to sign in besides the name and the password, such as a button: an app of the site that
/// implements this adds it to the pages where visitors sign in.
public interface SignInWay {

    /// {@return the template that shows it, below the form}
    String signInTemplate();

    /// {@return what the template is given, as its variable `way`; `null` where there is nothing to
    /// show}
    ///
    /// @param next where the visitor wants to go then, an address of this site, or `null`
    @Nullable Map<String, Object> signInWay(Request request, @Nullable String next);

    /// {@return those of the current site, for templates: each has `template` and `way`}
    static List<Map<String, Object>> all(Request request, @Nullable String next) {
        var all = new ArrayList<Map<String, Object>>();
        for (SignInWay one : Context.current().apps().all(SignInWay.class)) {
            Map<String, Object> way = one.signInWay(request, next);
            if (way != null) {
                all.add(Map.of("template", one.signInTemplate(), "way", way));
            }
        }
        return List.copyOf(all);
    }
}
