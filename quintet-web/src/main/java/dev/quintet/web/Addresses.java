package dev.quintet.web;

import dev.quintet.http.BadRequest;
import dev.quintet.http.Router;
import dev.quintet.kernel.context.Context;
import java.util.List;
import java.util.Map;

/// Tells names of routes from addresses, and addresses of this site from those of others.
final class Addresses {

    private Addresses() {}

    static String of(String to, List<?> args) {
        boolean address = to.isEmpty() || to.indexOf('/') >= 0 || to.indexOf('.') >= 0;
        if (address || to.startsWith("?") || to.startsWith("#")) {
            return refuseUnseenHost(to);
        }
        return Context.current().get(Router.KEY).reverse(to, args, Map.of(), null);
    }

    /// Browsers take `\` for `/`, and drop tabs, line ends and controls in front.
    private static String refuseUnseenHost(String address) {
        var start = new StringBuilder();
        for (int i = 0; i < address.length() && start.length() < 2; i++) {
            char c = address.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r' || (start.isEmpty() && c <= ' ')) {
                continue;
            }
            start.append(c == '\\' ? '/' : c);
        }
        if (start.toString().equals("//")) {
            throw new BadRequest("A redirect to an address that begins with // is refused.");
        }
        return address;
    }
}
