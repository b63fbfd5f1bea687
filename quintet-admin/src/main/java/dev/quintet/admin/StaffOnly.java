package dev.quintet.admin;

import dev.quintet.auth.SecondStep;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Reverse;
import dev.quintet.kernel.context.Context;

/// Lets staff pass, with their second step where the admin asks for it, sends all others to sign
/// in, and keeps what staff sees out of caches.
final class StaffOnly implements Middleware {

    private final AdminSite site;

    StaffOnly(AdminSite site) {
        this.site = site;
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        if (Staff.enters(request)) {
            if (site.asksForSecondStep()) {
                SecondStep step =
                        SecondStep.of(Context.current())
                                .orElseThrow(() -> AdminSite.noSecondStep(site.name()));
                if (!step.passed(request)) {
                    return step.demand(request, back(request));
                }
            }
            return next.handle(request).withHeader("Cache-Control", "no-store, private");
        }
        return Response.redirect(
                Reverse.of(site.name() + ":login").query("next", back(request)).url());
    }

    private String back(Request request) {
        return request.is("GET") ? request.fullPath() : site.url("index");
    }
}
