package dev.quintet.test;

import java.util.ArrayList;
import java.util.List;

/// Fifty texts that would run if a page ever showed them as they are.
public final class Payloads {

    /// Each sets `pwned` where it runs.
    public static final List<String> ALL = payloads();

    private Payloads() {}

    private static List<String> payloads() {
        String run = "window.pwned=1";
        var all = new ArrayList<String>();
        for (String wrapped :
                List.of(
                        "<script>@</script>",
                        "<SCRIPT>@</SCRIPT>",
                        "<script\t>@</script\t>",
                        "<script/x>@</script>",
                        "<scr<script>ipt>@</script>",
                        "<img src=x onerror=@>",
                        "<img src=x onerror='@'>",
                        "<img/src/onerror=@>",
                        "<IMG \"\"\"><SCRIPT>@</SCRIPT>\">",
                        "<svg onload=@>",
                        "<svg><script>@</script></svg>",
                        "<svg><animate onbegin=@ attributeName=x dur=1s>",
                        "<math><mtext><script>@</script></mtext></math>",
                        "<body onload=@>",
                        "<iframe srcdoc='<script>parent.@</script>'></iframe>",
                        "<iframe src=\"javascript:parent.@\"></iframe>",
                        "<object data=\"javascript:@\"></object>",
                        "<embed src=\"javascript:@\">",
                        "<details open ontoggle=@>",
                        "<video><source onerror=@></video>",
                        "<audio src=x onerror=@>",
                        "<input autofocus onfocus=@>",
                        "<select autofocus onfocus=@>",
                        "<textarea autofocus onfocus=@>",
                        "<marquee onstart=@>",
                        "<style>@import 'javascript:@'</style>",
                        "<link rel=stylesheet href=x onerror=@>",
                        "<base href=\"javascript:@//\">",
                        "<meta http-equiv=refresh content=\"0;javascript:@\">",
                        "<form><button formaction=\"javascript:@\">x</button></form>",
                        "<a href=\"javascript:@\">x</a>",
                        "<template><script>@</script></template>",
                        "<noscript><p title=\"</noscript><script>@</script>\"></noscript>",
                        "\"><script>@</script>",
                        "'><script>@</script>",
                        "\" autofocus onfocus=@ x=\"",
                        "' autofocus onfocus=@ x='",
                        "\" onmouseover=@ x=\"",
                        "' onmouseover='@' x='",
                        "` onmouseover=@ x=`",
                        "</title><script>@</script>",
                        "</textarea><script>@</script>",
                        "</script><script>@</script>",
                        "</style><script>@</script>",
                        "--><script>@</script><!--",
                        "]]><script>@</script>",
                        "\u2028</script><script>@</script>",
                        "\\\"</script><script>@</script>",
                        "{{ constructor.constructor('@')() }}<script>@</script>",
                        "\u0000<script>@</script>")) {
            all.add(
                    wrapped.replace("@import", "\u0001")
                            .replace("@", run)
                            .replace("\u0001", "@import"));
        }
        return List.copyOf(all);
    }
}
