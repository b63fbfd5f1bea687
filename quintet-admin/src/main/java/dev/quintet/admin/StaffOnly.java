package dev.quintet.admin;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Reverse;

/// Lets staff pass, sends all others to sign in, and keeps what staff sees out of caches.
final class StaffOnly implements Middleware {

    private final AdminSite site;

    StaffOnly(AdminSite site) {
        this.site = site;
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        if (Staff.enters(request)) {
            return next.handle(request).withHeader("Cache-Control", "no-store, private");
        }
        String back = request.is("GET") ? request.fullPath() : site.url("index");
        return Response.redirect(Reverse.of(site.name() + ":login").query("next", back).url());
    }
}
